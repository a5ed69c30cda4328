namespace Community211.Ivr.Queues;

/// <summary>How well an agent suits a caller; the first difference in this order decides.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Access">Whether they may answer.</param>
/// <param name="Tried">-1, or the place among those to whom the caller was offered in vain: the longest ago first.</param>
/// <param name="Known">Talked with the caller, in crisis, before they were cut off.</param>
/// <param name="Trained">For crisis callers: whether trained for them.</param>
/// <param name="Language">2: works in the caller's language, 1: has a little of it, 0: neither; 2 for all while it does not matter.</param>
/// <param name="Near">2: of the caller's own region, 1: knows it, 0: neither.</param>
internal sealed record Suit(AgentState Agent, Verdict Access, int Tried, bool Known, bool Trained, int Language, int Near)
{
    private static readonly (string Code, Comparison<Suit> Better)[] Criteria =
    [
        ("tried-before", (a, b) => a.Tried.CompareTo(b.Tried)),
        ("not-known-to-caller", (a, b) => b.Known.CompareTo(a.Known)),
        ("not-crisis-trained", (a, b) => b.Trained.CompareTo(a.Trained)),
        ("speaks-less", (a, b) => b.Language.CompareTo(a.Language)),
        ("further-away", (a, b) => b.Near.CompareTo(a.Near)),
        ("idle-shorter", (a, b) => a.Agent.IdleSince.CompareTo(b.Agent.IdleSince)),
        ("equal", (a, b) => string.CompareOrdinal(a.Agent.Id, b.Agent.Id)),
    ];

    /// <summary>Who suits best comes first.</summary>
    public static readonly IComparer<Suit> Order = Comparer<Suit>.Create(Compare);

    public static Suit Of(QueueEntry entry, AgentState agent, Verdict access, string? home) => new(
        agent,
        access,
        entry.Tried.IndexOf(agent.Id),
        entry.FirstTo == agent.Id,
        entry.Priority != Priority.Crisis || agent.CrisisTrained,
        LanguageOf(entry, agent),
        home is null ? 2 : agent.Region == home ? 2 : agent.Knows.Contains(home) ? 1 : 0);

    private static int Compare(Suit one, Suit other)
    {
        foreach (var (_, better) in Criteria)
        {
            if (better(one, other) is not 0 and var which)
                return which;
        }
        return 0;
    }

    /// <summary>What the other has over this one.</summary>
    public Reason LostTo(Suit other) => Reason.Of(Criteria.First(c => c.Better(other, this) != 0).Code, ("agent", other.Agent.Id));

    /// <summary>The reasons for this one.</summary>
    public IEnumerable<Reason> Because(QueueEntry entry, DateTimeOffset now)
    {
        yield return Access.ToReason();
        if (Tried >= 0)
            yield return Reason.Of("tried-again");
        if (Known)
            yield return Reason.Of("talked-before");
        if (entry.Priority == Priority.Crisis)
            yield return Reason.Of(Trained ? "crisis-trained" : "nobody-crisis-trained");
        if (entry.Language is { } language && entry.LanguageNeed != LanguageNeed.None)
            yield return Reason.Of(Language switch { 2 => "speaks", 1 => "speaks-a-little", _ => "no-speaker" }, ("language", language));
        yield return Reason.Of("idle-longest", ("seconds", Reason.Seconds(now - Agent.IdleSince)));
    }

    private static int LanguageOf(QueueEntry entry, AgentState agent) =>
        entry.Language is not { } language || entry.LanguageNeed == LanguageNeed.None || agent.Languages.Contains(language) ? 2 : agent.LittleOf.Contains(language) ? 1 : 0;
}
