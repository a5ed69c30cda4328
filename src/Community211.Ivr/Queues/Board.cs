namespace Community211.Ivr.Queues;

/// <summary>The floor while a plan is made: who is still free, who is signed in, and who waits unserved before the caller in question.</summary>
internal sealed class Board
{
    private readonly MatchRules rules;
    private readonly List<AgentState> free;
    private readonly Dictionary<string, int> idle = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Region, string? Language), int> staffed = [];
    private readonly Dictionary<(string? Region, string? Language), int> unserved = [];

    public Board(IEnumerable<AgentState> agents, MatchRules rules, DateTimeOffset now)
    {
        this.rules = rules;
        Now = now;
        free = [];
        foreach (var agent in agents)
        {
            if (agent.Phase is AgentPhase.Off or AgentPhase.Away)
                continue;
            foreach (var region in (ReadOnlySpan<string?>)[agent.Region, null])
            {
                Count(staffed, (region, null));
                foreach (var language in agent.Languages)
                    Count(staffed, (region, language));
            }
            if (agent.Phase != AgentPhase.Available || agent.NotBefore > now)
                continue;
            free.Add(agent);
            Trained += agent.CrisisTrained ? 1 : 0;
            idle[agent.Region] = Idle(agent.Region) + 1;
        }
        free.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
    }

    public DateTimeOffset Now { get; }

    public MatchRules Rules => rules;

    public IReadOnlyList<AgentState> Free => free;

    /// <summary>How many of those are trained for crisis.</summary>
    public int Trained { get; private set; }

    public void Take(AgentState agent)
    {
        free.Remove(agent);
        idle[agent.Region]--;
        Trained -= agent.CrisisTrained ? 1 : 0;
    }

    /// <summary>Those who come after this caller wait behind them.</summary>
    /// <param name="home">The caller's own region, or the province's id.</param>
    /// <param name="language">The language that is owed to the caller; null if none is.</param>
    public void LeaveUnserved(string home, string? language)
    {
        Count(unserved, (home, null));
        if (language is not null)
            Count(unserved, (home, language));
    }

    public int Idle(string region) => idle.GetValueOrDefault(region);

    /// <summary>How many are signed in and not away: in a region or (null) everywhere, who speak a language or (null) any.</summary>
    public int Staffed(string? region, string? language) => staffed.GetValueOrDefault((region, language));

    /// <summary>How long the next caller of a region waits for its own people, when none of them is free; null when nobody is there.</summary>
    public TimeSpan? WaitFor(string region, string? language) => Staffed(region, language) is > 0 and var people
        ? rules.Handling * (unserved.GetValueOrDefault((region, language)) + 1) / people
        : null;

    private static void Count(Dictionary<(string? Region, string? Language), int> counts, (string? Region, string? Language) what) =>
        counts[what] = counts.GetValueOrDefault(what) + 1;
}
