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
    private readonly PriorityQueue<Happening, (DateTimeOffset At, long Number)> ahead = new();
    private readonly List<WaitOutcome> outcomes = [];
    private long last;
    private DateTimeOffset now;

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
            run.At(caller.Entry.ArrivedAt, new Happening(What.Arrives, caller.Entry.Call, Caller: caller));
        run.Go();
        return run.outcomes;
    }

    private void Go()
    {
        while (ahead.TryDequeue(out var next, out var when))
        {
            now = when.At;
            Apply(next);
            // What happens at the same moment is one moment for the matcher.
            if (!ahead.TryPeek(out _, out var after) || after.At > now)
                Match();
        }
    }

    private void Apply(Happening happening)
    {
        switch (happening.What)
        {
            case What.Arrives:
                var caller = happening.Caller!;
                callers[happening.Call] = caller;
                waiting[happening.Call] = caller.Entry with { Phase = CallerPhase.Waiting, PageAt = Never };
                if (caller.Patience is { } patience)
                    At(now + patience, new Happening(What.HangsUp, happening.Call));
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
                At(now + callers[happening.Call].Talk, new Happening(What.IsFree, happening.Call, happening.Agent));
                break;
            case What.IsFree:
                agents[happening.Agent!] = agents[happening.Agent!] with { Phase = AgentPhase.Available, IdleSince = now };
                break;
        }
    }

    private void Match()
    {
        var plan = Matcher.Plan(new Floor([.. waiting.Values], [.. agents.Values]), rules, now);
        foreach (var offer in plan.Offers.Where(o => !o.Contact))
        {
            var entry = waiting[offer.Call];
            waiting[offer.Call] = entry with { Offers = entry.Offers.Add(new OpenOffer($"{offer.Call}:{offer.To}", offer.To, Contact: false, null, now)) };
            agents[offer.To] = agents[offer.To] with { Phase = AgentPhase.Offered };
            At(now + answering, new Happening(What.Answers, offer.Call, offer.To));
        }
        if (plan.WakeAt is { } wake && wake < Never)
            At(wake, new Happening(What.Wakes, ""));
    }

    /// <summary>Whoever else was offered the caller is free again, with the idle time kept.</summary>
    private void Release(QueueEntry entry, string? except)
    {
        foreach (var offer in entry.Offers.Where(o => o.To != except))
            agents[offer.To] = agents[offer.To] with { Phase = AgentPhase.Available };
    }

    private void At(DateTimeOffset when, Happening what) => ahead.Enqueue(what, (when, ++last));

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
