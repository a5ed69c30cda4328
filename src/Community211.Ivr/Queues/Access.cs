namespace Community211.Ivr.Queues;

/// <summary>Whether an agent may answer a caller now, and why or why not. Whoever is ruled out by time alone sets the alarm.</summary>
internal sealed class Access(QueueEntry entry, Board board, Wake wake)
{
    /// <summary>Besides those who are kept for callers in crisis.</summary>
    public const int Others = 2;

    private readonly (string? Home, QueueMember? Province) answering = Answering(entry, board.Rules.Pool);
    private Dictionary<string, bool>? free;
    private int? reach;

    /// <summary>The caller's own region; null while unknown.</summary>
    public string? Home => answering.Home;

    /// <summary>The language that must be spoken now; null when none must.</summary>
    public string? Owed { get; } = LanguageOwed(entry, board, wake);

    /// <summary>Whether the agent may, now and with who is still free.</summary>
    public Verdict Of(AgentState agent)
    {
        if (Owed is { } owed && !agent.Languages.Contains(owed))
            return Verdict.No("waits-for-speaker", language: owed);
        if (IsKept(agent))
            return Verdict.No("kept-for-crisis");
        foreach (var member in entry.Members)
        {
            if (!member.Contact && member.Who == agent.Region && entry.ArrivedAt + member.From <= board.Now)
                return Verdict.Yes(member.Who == Home ? "own-region" : "named-region", agent.Region);
        }
        if (answering.Province is not { } province)
            return Verdict.No("other-region", agent.Region);
        if (entry.ArrivedAt + province.From <= board.Now)
            return Verdict.Yes(Home is null ? "region-unknown" : "whole-province");
        return Home is { } home ? Aid(agent, home) : Verdict.No("not-yet", agent.Region);
    }

    /// <summary>Before the flow opens the province: when the own region has nobody, or would take too long and others can spare somebody.</summary>
    private Verdict Aid(AgentState agent, string region)
    {
        var language = entry.LanguageNeed != LanguageNeed.None && entry.LanguageWish != LanguageWish.Anyone && entry.Language is { } own && agent.Languages.Contains(own) ? own : null;
        if (board.WaitFor(region, language) is not { } wait)
            return Verdict.Yes(language is null ? "nobody-there" : "nobody-there-speaks", region, language);
        if (IsSomebodyFree(region, language) || wait <= board.Rules.AidFor(region).WhenWaitPasses)
            return Verdict.No("not-yet", agent.Region);
        return board.Idle(agent.Region) <= board.Rules.AidFor(agent.Region).Reserve
            ? Verdict.No("kept-in-reserve", agent.Region)
            : Verdict.Yes("aid", region, wait: wait);
    }

    /// <summary>Of the caller's own people, to whom the caller was not offered in vain and who are not kept for others.</summary>
    private bool IsSomebodyFree(string region, string? language)
    {
        free ??= new Dictionary<string, bool>(StringComparer.Ordinal);
        if (!free.TryGetValue(language ?? "", out var somebody))
            free[language ?? ""] = somebody = board.Free.Any(a => a.Region == region && (language is null || a.Languages.Contains(language)) && !entry.Tried.Contains(a.Id) && !IsKept(a));
        return somebody;
    }

    /// <summary>
    /// One of the last free ones who are trained for crisis, while two others at least may answer this caller some time: so nobody waits
    /// for those alone who are kept.
    /// </summary>
    private bool IsKept(AgentState agent) =>
        agent.CrisisTrained && entry.Priority != Priority.Crisis && board.Trained <= board.Rules.CrisisReserve && (reach ??= Reach()) >= board.Rules.CrisisReserve + Others;

    private int Reach()
    {
        var language = entry is { LanguageNeed: LanguageNeed.Owed, LanguageWish: LanguageWish.Wait } ? entry.Language : null;
        return answering.Province is not null ? board.Staffed(null, language) : entry.Members.Where(m => !m.Contact).Select(m => m.Who).Distinct().Sum(region => board.Staffed(region, language));
    }

    /// <summary>The same, where nothing else is wanted: by time alone it may end.</summary>
    public static string? LanguageOwed(QueueEntry entry, Board board, Wake wake)
    {
        if (entry is not { LanguageNeed: LanguageNeed.Owed, Language: { } language } || entry.LanguageWish == LanguageWish.Anyone || entry.Priority == Priority.Crisis)
            return null;
        var speakers = entry.Members.Where(m => !m.Contact).Any(m => board.Staffed(m.Who == board.Rules.Pool ? null : m.Who, language) > 0);
        if (entry.LanguageWish == LanguageWish.Wait)
            return language;
        var until = entry.ArrivedAt + (speakers ? board.Rules.BusySpeakerPatience : board.Rules.NoSpeakerPatience);
        wake.At(until);
        return until > board.Now ? language : null;
    }

    private static (string? Home, QueueMember? Province) Answering(QueueEntry entry, string pool)
    {
        string? home = null;
        QueueMember? province = null;
        foreach (var member in entry.Members)
        {
            if (member.Contact)
                continue;
            if (member.Who == pool)
                province ??= member;
            else
                home ??= member.Who;
        }
        return (home, province);
    }
}
