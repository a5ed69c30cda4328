using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>
/// One event being applied: the state before, turned into the state after, and what is to be done with it. Holds what events have in
/// common; who connects whom is in Connecting.cs.
/// </summary>
internal sealed partial class CallUnit(FlowSet flows, CallRules rules, CallState state, CallEvent applied, IEnumerable<AgentState> agents, DateTimeOffset now)
{
    private readonly Dictionary<string, AgentState> _agents = agents.ToDictionary(a => a.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    public FlowSet Flows => flows;

    public CallRules Rules => rules;

    /// <summary>What a step of the flow may look at.</summary>
    public FlowContext Here => new(flows, State.Flow, now, Recorded.Conditions ?? Conditions.Plain);

    public DateTimeOffset Now => now;

    public CallState State { get; set; } = state;

    /// <summary>The event as it is stored.</summary>
    public CallEvent Recorded { get; set; } = applied;

    /// <summary>A number that the call can be found by from now on; private, so it is in no event.</summary>
    public string? Number { get; set; }

    public List<CommandWrite> Commands { get; } = [];

    public List<(DateTimeOffset At, string Key, CallEvent Event)> Due { get; } = [];

    public List<(DateTimeOffset At, string Agent, AgentTimer Event)> AgentDue { get; } = [];

    public List<string> Dropped { get; } = [];

    public List<Reason> Reasons { get; } = [];

    /// <summary>What supervisors are told.</summary>
    public List<Alert> Alerts { get; } = [];

    /// <summary>A stored fact is applied again: it was decided then, and only the state counts.</summary>
    public bool Folding { get; init; }

    /// <summary>The event came too late to be a fact at all: nothing is stored.</summary>
    public bool Refused { get; private set; }

    public IEnumerable<AgentState> ChangedAgents => _changed.Select(id => _agents[id]);

    public void Refuse() => Refused = true;

    public void Because(IEnumerable<Reason> reasons) => Reasons.AddRange(reasons);

    public AgentState? Agent(string id) => _agents.GetValueOrDefault(id);

    public void SetAgent(AgentState agent)
    {
        _agents[agent.Id] = agent with { Version = agent.Version + 1, By = null, AwayReason = agent.Phase == AgentPhase.Away ? agent.AwayReason : null };
        _changed.Add(agent.Id);
    }

    public OpenOffer? Offer(string id) => State.Offers.FirstOrDefault(o => o.Id == id);

    public void Replace(OpenOffer offer) =>
        State = State with { Offers = [.. State.Offers.Select(o => o.Id == offer.Id ? offer : o)] };

    /// <summary>A request to the carrier. The same <paramref name="what"/> twice at one moment is one request.</summary>
    public void Ask(CarrierRequest request, string what, bool first = false) =>
        Commands.Add(new CommandWrite($"{State.Sid}:{what}:{now.ToUnixTimeMilliseconds()}", State.Sid, request, first));

    public void Dial(OpenOffer offer, string number)
    {
        var crisis = State.Flow.Priority == Priority.Crisis;
        Ask(new DialAgent(State.Sid, offer.Id, number, State.To, (int)rules.Ring.TotalSeconds, crisis), $"dial-{offer.Id}-{offer.Dials}", first: crisis);
    }

    public void HangUp(string? leg)
    {
        if (leg is not null)
            Ask(new HangUpLeg(State.Sid, leg), $"hang-up-{leg}");
    }

    /// <summary>Tears the caller out of wherever they are, to ask for what comes next.</summary>
    public void Resume(string why)
    {
        if (State.Connection is { } connection)
            State = State with { Connection = connection with { Torn = true } };
        Ask(new ResumeCaller(State.Sid, State.CallerLeg), $"resume-{why}");
    }

    public void At(DateTimeOffset when, TimerFired timer) => Due.Add((when, TimerFired.Key(State.Sid, timer.Kind, timer.Offer), timer));

    public void Drop(string timer) => Dropped.Add(timer);

    /// <summary>The flow moved: the turn goes up, and the phase follows the flow into a line or out of it.</summary>
    public void Turn(FlowResult result)
    {
        Because(result.Reasons);
        var before = State.Flow;
        State = State with { Flow = result.State, Turn = State.Turn + 1 };
        WatchCrisis(before);
        if (Replies.TransferOf(flows, State) is { } transfer)
        {
            Because([Reason.Of("transfer", ("to", transfer.To))]);
            CloseAllOffers(OfferEnd.CallerGone);
            State = State with { Phase = CallerPhase.Outside };
        }
        else if (State.Flow.Line is not null && State.Phase == CallerPhase.Flow)
        {
            Park();
        }
        else if (State.Flow.Line is null && State.Phase is CallerPhase.Parking or CallerPhase.Waiting)
        {
            State = State with { Phase = CallerPhase.Flow };
            CloseAllOffers(OfferEnd.CallerGone);
        }
    }

    /// <summary>A wait page is being sent: the caller is surely there for its length.</summary>
    public void PageHeard()
    {
        if (State.Phase != CallerPhase.Waiting || State.Callback is not null)
            return;
        var length = FlowRunner.View(Here).Length;
        State = State with { PageAt = now, PageSeconds = (int)Math.Ceiling(length.TotalSeconds), ProbedAt = null, LineErrors = 0 };
    }

    /// <summary>What is said of the wait with this page; the first time is kept, to be compared with what comes.</summary>
    public void Foresee(Forecast? forecast)
    {
        if (State.Flow.Line is not { } line || (forecast is null && line.Forecast is null))
            return;
        State = State with { Flow = State.Flow with { Line = line with { Forecast = forecast } } };
        if (State.Foreseen is null && forecast?.Wait is { } wait)
            State = State with { Foreseen = now + TimeSpan.FromSeconds(wait) };
    }

    /// <summary>The carrier said that the caller is in its queue now.</summary>
    public void SeenInQueue() => State = State with { Phase = CallerPhase.Waiting, PageAt = now, PageSeconds = 0, ProbedAt = null };

    /// <summary>The caller is told to enter the line, at the turn that is now.</summary>
    public void Park() => State = State with { Phase = CallerPhase.Parking, LineTurn = State.Turn, ParkedAt = now };

    /// <summary>The caller asks for a document of their own: whatever we thought, they are in no queue and in no room.</summary>
    public void OutOfQueue()
    {
        if (State.Phase == CallerPhase.Parking)
            State = State with { ParkedAt = now };
        if (State.Phase != CallerPhase.Waiting)
            return;
        State = State with { Turn = State.Turn + 1 };
        Park();
    }

    public void LineFailed(string result)
    {
        const int most = 3;
        Because([Reason.Of("line-failed", ("result", result))]);
        State = State with { LineErrors = State.LineErrors + 1 };
        if (State.Phase is CallerPhase.Parking or CallerPhase.Waiting)
        {
            // A turn of its own for each try: otherwise the next failure looks like this one delivered again.
            State = State with { Turn = State.Turn + 1 };
            Park();
        }
        if (State.LineErrors > most)
            GoOutside("line-failed");
    }

    /// <summary>We cannot do better: the caller is brought to a ten-digit line, the region's first, then the province's.</summary>
    public void GoOutside(string why)
    {
        if (State.Phase is CallerPhase.Ended or CallerPhase.Outside)
            return;
        CloseAllOffers(OfferEnd.CallerGone);
        EndConnection(lost: false);
        State = State with { Phase = CallerPhase.Outside, OutsideTries = State.OutsideTries + 1, Turn = State.Turn + 1 };
        Because([Reason.Of("outside-line", ("why", why), ("line", Replies.OutsideRegion(flows, State).Id))]);
    }

    /// <summary>The ten-digit line is over: after a talk the caller is done; else the next line, and then our own line again.</summary>
    public void OutsideOver(string? dial)
    {
        const int most = 2;
        if (State.Phase != CallerPhase.Outside)
            return;
        if (Replies.TransferOf(flows, State) is { } transfer)
        {
            var reached = dial is "completed" or "answered";
            State = State with { Phase = CallerPhase.Flow, AnsweredBy = reached ? transfer.To : State.AnsweredBy };
            Turn(FlowRunner.Transferred(Here, reached));
            return;
        }
        if (dial is "completed" or "answered")
        {
            State = State with { Phase = CallerPhase.Flow, OutsideTries = 0, AnsweredBy = State.AnsweredBy ?? Replies.OutsideRegion(flows, State).Id };
            Turn(FlowRunner.Finish(Here));
            return;
        }
        State = State with { Phase = CallerPhase.Flow, Turn = State.Turn + 1 };
        if (State.Flow.Line is not null)
            Park();
        if (State.OutsideTries < most)
            GoOutside("line-did-not-answer");
        else
            State = State with { OutsideTries = 0 };
    }

    /// <summary>The call is over, finally. Legs, offers and timers go with it.</summary>
    public void End(EndedBy by)
    {
        CloseAllOffers(OfferEnd.CallerGone);
        NoteThatTheyMet();
        EndConnection(lost: false);
        State = State with { Phase = CallerPhase.Ended, EndedBy = by, EndedAt = State.EndedAt ?? now };
        foreach (var kind in Enum.GetValues<TimerKind>())
            Drop(TimerFired.Key(State.Sid, kind));
        Because([Reason.Of("ended", ("by", by.ToString()))]);
    }
}
