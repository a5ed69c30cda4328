using Community211.Ivr.Calls;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>Who waits and who is there, as the rule is shown them. The carrier's wait pages are not simulated: who waits is there.</summary>
internal sealed class DayFloor
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue - TimeSpan.FromDays(1);

    private readonly Dictionary<string, Seat> seats;
    private readonly Dictionary<string, AgentState> agents;
    private readonly Dictionary<string, QueueEntry> waiting = new(StringComparer.Ordinal);
    private readonly MatchRules rules;
    private readonly MatchRule decide;
    private readonly DateTimeOffset start;
    private int offers;

    public DayFloor(IEnumerable<Seat> seats, MatchRules rules, MatchRule decide, DateTimeOffset start)
    {
        this.seats = seats.ToDictionary(s => s.Agent.Id, StringComparer.Ordinal);
        agents = this.seats.ToDictionary(s => s.Key, s => s.Value.Agent, StringComparer.Ordinal);
        (this.rules, this.decide, this.start) = (rules, decide, start);
    }

    public int Decisions { get; private set; }

    public int Inverted { get; private set; }

    public int MostWaiting { get; private set; }

    public AgentState Agent(string id) => agents[id];

    public bool IsAnyoneFree(DateTimeOffset now) => agents.Values.Any(a => a.Phase == AgentPhase.Available && !(a.NotBefore > now));

    /// <summary>Whether the offer is still open.</summary>
    public bool IsOpen(string call, string offer) => waiting.TryGetValue(call, out var entry) && entry.Offers.Any(o => o.Id == offer);

    /// <summary>A new hour: some come, some go, and who is busy goes when they are done.</summary>
    public void Change(DateTimeOffset now)
    {
        foreach (var id in seats.Keys)
        {
            var agent = agents[id];
            if (IsOnDuty(id, now) ? agent.Phase == AgentPhase.Off : agent.Phase is AgentPhase.Available or AgentPhase.Away)
                Free(id, now);
        }
    }

    /// <summary>The caller is in line, or still is.</summary>
    /// <returns>Whether the rule sees them otherwise than before.</returns>
    public bool Put(QueueEntry entry)
    {
        var before = waiting.GetValueOrDefault(entry.Call);
        waiting[entry.Call] = entry with { Phase = CallerPhase.Waiting, PageAt = Never, Offers = before?.Offers ?? [], Tried = before?.Tried ?? [] };
        MostWaiting = Math.Max(MostWaiting, waiting.Count);
        return before is null || before.Priority != entry.Priority || before.Region != entry.Region || before.Language != entry.Language
            || !before.Members.SequenceEqual(entry.Members);
    }

    /// <summary>The caller is in line no more; whoever was being offered them is free again, with the idle time kept.</summary>
    /// <returns>Whether anybody is.</returns>
    public bool Leave(string call, DateTimeOffset now, string? answeredBy = null)
    {
        if (!waiting.Remove(call, out var entry))
            return false;
        foreach (var offer in entry.Offers.Where(o => !o.Contact))
        {
            if (offer.To == answeredBy)
                Set(agents[offer.To] with { Phase = AgentPhase.Talking, Since = now });
            else
                Set(agents[offer.To] with { Phase = IsOnDuty(offer.To, now) ? AgentPhase.Available : AgentPhase.Off, Since = now });
        }
        return entry.Offers.Any(o => !o.Contact && o.To != answeredBy);
    }

    public MatchPlan Plan(DateTimeOffset now)
    {
        var floor = new Floor([.. waiting.Values], [.. agents.Values]);
        var plan = decide(floor, rules, now);
        Decisions++;
        Inverted += Inversions.Count(floor, plan, rules, now);
        return plan;
    }

    /// <summary>Makes an offer; returns its name.</summary>
    public string Offer(PlannedOffer offer, DateTimeOffset now)
    {
        var entry = waiting[offer.Call];
        var open = new OpenOffer($"{++offers}", offer.To, offer.Contact, null, now);
        waiting[offer.Call] = entry with { Offers = entry.Offers.Add(open) };
        if (!offer.Contact)
            Set(agents[offer.To] with { Phase = AgentPhase.Offered, Since = now, Offer = open.Id, Call = offer.Call });
        return open.Id;
    }

    /// <summary>It rang in vain: the agent is away, but an open partner's last one is asked again after a breather.</summary>
    /// <returns>When the agent is there again, and the version that says that nothing else came between.</returns>
    public (DateTimeOffset At, int Version) InVain(PlannedOffer offer, TimeSpan away, DateTimeOffset now)
    {
        var entry = waiting[offer.Call];
        waiting[offer.Call] = entry with { Offers = [.. entry.Offers.Where(o => o.To != offer.To)], Tried = [.. entry.Tried.Where(t => t != offer.To), offer.To] };
        var agent = agents[offer.To];
        if (!IsOnDuty(agent.Id, now))
            Set(agent with { Phase = AgentPhase.Off, Since = now });
        else if (LastOnes.IsLast(agent.Id, agents.Values))
            Set(agent with { Phase = AgentPhase.Available, Since = now, NotBefore = now + CallRules.Breather });
        else
            Set(agent with { Phase = AgentPhase.Away, Since = now });
        agent = agents[offer.To];
        return (agent.NotBefore ?? now + away, agent.Version);
    }

    /// <summary>The agent has nobody to care for any more.</summary>
    public void Free(string id, DateTimeOffset now) => Set(agents[id] with
    {
        Phase = IsOnDuty(id, now) ? AgentPhase.Available : AgentPhase.Off,
        Since = now,
        IdleSince = now,
        NotBefore = null,
        Offer = null,
        Call = null,
    });

    private void Set(AgentState agent) => agents[agent.Id] = agent with { Version = agent.Version + 1 };

    private bool IsOnDuty(string id, DateTimeOffset now) => seats[id].OnDuty[(now - start).Hours];
}
