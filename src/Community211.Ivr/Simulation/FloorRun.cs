using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation;

/// <summary>
/// Callers and agents on a clock of their own, through the matching rule of the service. An offer is taken after the time that
/// answering takes; of two who are offered the same caller the first to be offered wins.
/// </summary>
public sealed class FloorRun
{
    /// <summary>The carrier's wait pages are not simulated: who waits is there.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue - TimeSpan.FromDays(1);

    private readonly MatchRules rules;
    private readonly TimeSpan answering;
    private readonly Dictionary<string, AgentState> agents;
    private readonly Dictionary<string, QueueEntry> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedCaller> callers = new(StringComparer.Ordinal);
    private readonly Agenda<Happening> agenda = new();
    private readonly List<WaitOutcome> outcomes = [];

    private FloorRun(IEnumerable<AgentState> agents, MatchRules rules, TimeSpan answering)
    {
        this.agents = agents.ToDictionary(a => a.Id, StringComparer.Ordinal);
        this.rules = rules;
        this.answering = answering;
    }

    /// <summary>Plays until everybody was answered or hung up, or nothing can happen any more.</summary>
    /// <param name="callers">In any order; one call each.</param>
    /// <param name="agents">Signed in throughout.</param>
    /// <param name="rules">As the service has them.</param>
    /// <param name="answering">From an offer to the answer. Default 0.</param>
    /// <returns>In the order in which it happened. Who is missing waits for ever.</returns>
    public static IReadOnlyList<WaitOutcome> Play(IEnumerable<SimulatedCaller> callers, IEnumerable<AgentState> agents, MatchRules rules, TimeSpan answering = default)
    {
        var run = new FloorRun(agents, rules, answering);
        foreach (var caller in callers)
            run.agenda.At(caller.Entry.ArrivedAt, new Happening(What.Arrives, caller.Entry.Call, Caller: caller));
        run.Go();
        return run.outcomes;
    }

    private void Go()
    {
        while (agenda.TryNext(out var next))
        {
            Apply(next, agenda.Now);
            // What happens at the same moment is one moment for the matcher.
            if (agenda.IsMomentOver)
                Match(agenda.Now);
        }
    }

    private void Apply(Happening happening, DateTimeOffset now)
    {
        switch (happening.What)
        {
            case What.Arrives:
                var caller = happening.Caller!;
                callers[happening.Call] = caller;
                waiting[happening.Call] = caller.Entry with { Phase = CallerPhase.Waiting, PageAt = Never };
                if (caller.Patience is { } patience)
                    agenda.At(now + patience, new Happening(What.HangsUp, happening.Call));
                break;
            case What.HangsUp when waiting.Remove(happening.Call, out var gone):
                Release(gone, except: null);
                outcomes.Add(new WaitOutcome(happening.Call, now - gone.ArrivedAt, null));
                break;
            case What.Answers when waiting.TryGetValue(happening.Call, out var entry) && entry.Offers.Any(o => o.To == happening.Agent):
                waiting.Remove(happening.Call);
                Release(entry, except: happening.Agent);
                agents[happening.Agent!] = agents[happening.Agent!] with { Phase = AgentPhase.Talking };
                outcomes.Add(new WaitOutcome(happening.Call, now - entry.ArrivedAt, happening.Agent));
                agenda.At(now + callers[happening.Call].Talk, new Happening(What.IsFree, happening.Call, happening.Agent));
                break;
            case What.IsFree:
                agents[happening.Agent!] = agents[happening.Agent!] with { Phase = AgentPhase.Available, IdleSince = now };
                break;
        }
    }

    private void Match(DateTimeOffset now)
    {
        var plan = Matcher.Plan(new Floor([.. waiting.Values], [.. agents.Values]), rules, now);
        foreach (var offer in plan.Offers.Where(o => !o.Contact))
        {
            var entry = waiting[offer.Call];
            waiting[offer.Call] = entry with { Offers = entry.Offers.Add(new OpenOffer($"{offer.Call}:{offer.To}", offer.To, Contact: false, null, now)) };
            agents[offer.To] = agents[offer.To] with { Phase = AgentPhase.Offered };
            agenda.At(now + answering, new Happening(What.Answers, offer.Call, offer.To));
        }
        if (plan.WakeAt is { } wake && wake < Never)
            agenda.At(wake, new Happening(What.Wakes, ""));
    }

    /// <summary>Whoever else was offered the caller is free again, with the idle time kept.</summary>
    private void Release(QueueEntry entry, string? except)
    {
        foreach (var offer in entry.Offers.Where(o => o.To != except))
            agents[offer.To] = agents[offer.To] with { Phase = AgentPhase.Available };
    }

    private sealed record Happening(What What, string Call, string? Agent = null, SimulatedCaller? Caller = null);

    private enum What
    {
        Arrives,
        HangsUp,
        Answers,
        IsFree,
        Wakes,
    }
}
