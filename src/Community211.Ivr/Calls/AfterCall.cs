using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <content>What agents say about a caller, besides offers and talks: how urgent, what it was about, whether a life is in danger.</content>
internal sealed partial class CallUnit
{
    /// <summary>This step of a case of imminent risk is kept with the unit; null: none.</summary>
    public RiskNote? Risk { get; private set; }

    /// <summary>Both are in the room, or were a moment ago.</summary>
    public bool IsWith(string agent) => State.Connection is { Contact: false } connection && connection.To == agent && HaveMet;

    /// <summary>The last talk of an agent with the caller; null if there was none.</summary>
    public Talk? LastTalkOf(string agent) => State.Talks.LastOrDefault(t => !t.Contact && t.With == agent);

    /// <summary>Who is in crisis by an agent's word is in the crisis line from then on: nothing more is asked, also not after the talk.</summary>
    public void Triage(Triaged word)
    {
        var flow = State.Flow;
        var why = word.Why ?? "";
        if (word.Priority is { } priority)
        {
            State = State with { ChosenPriority = State.ChosenPriority ?? flow.Priority };
            flow = priority == Priority.Crisis && flow.Line is { } line && Flows.Flow.Crisis is { } crisis
                ? flow with { Priority = priority, Step = "", Line = line with { Queue = crisis, Told = true } }
                : flow with { Priority = priority };
            Because([Reason.Of("priority-by-agent", ("agent", word.Agent), ("priority", priority.ToString().ToLowerInvariant()), ("why", why))]);
        }
        if (word.Language is { } language)
        {
            flow = flow with { Language = language };
            Because([Reason.Of("language-by-agent", ("agent", word.Agent), ("language", language))]);
        }
        if (word.Region is { } region)
        {
            flow = flow with { Region = region, RegionSource = "agent", Division = null };
            Because([Reason.Of("region-by-agent", ("agent", word.Agent), ("region", region))]);
        }
        State = State with { Flow = flow };
        if (word.Escalates)
            TellOfCrisis(AlertKind.Escalated, "escalated", word.Agent, Agent(word.Agent)?.Region);
    }

    /// <summary>Keeps a step of a case of imminent risk, and tells the supervisors it is for.</summary>
    public void Note(RiskNote note, AlertKind kind)
    {
        Risk = note;
        Because([Reason.Of("imminent-risk", ("by", note.Who), ("step", note.Step.Word()))]);
        foreach (var region in note.Regions)
            Alerts.Add(new Alert(kind, Now, region, null, State.Sid, note.Step.Word()));
    }

    /// <summary>Tells the supervisors of the caller's region, or all while it is not known; those of another region too, if one is named.</summary>
    public void TellOfCrisis(AlertKind kind, string why, string? agent = null, string? also = null)
    {
        var day = Flows.Places.DayOf(Now);
        var regions = State.Flow.Region is { } own
            ? [Flows.Places.InForce(own, day)?.Id ?? own]
            : Flows.Places.Regions.Keys.Where(id => Flows.Places.InForce(id, day)?.Id == id).Order(StringComparer.Ordinal).ToArray();
        foreach (var region in regions.Append(also).OfType<string>().Distinct())
            Alerts.Add(new Alert(kind, Now, region, agent, State.Sid, why));
    }

    /// <summary>A caller who has just come to the crisis line, or back to it: whoever waits too long is told of.</summary>
    private void WatchCrisis(FlowState before)
    {
        if (State.Flow is { Line: not null, Priority: Priority.Crisis } && before is not { Line: not null, Priority: Priority.Crisis })
            At(Now + CallRules.CrisisTime, new TimerFired(TimerKind.Crisis, null, null));
    }
}
