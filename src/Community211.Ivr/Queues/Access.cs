namespace Community211.Ivr.Queues;

/// <summary>Whether an agent may answer a caller now, and why or why not. Whoever is ruled out by time alone sets the alarm.</summary>
internal sealed class Access(QueueEntry entry, Board board, Wake wake)
{
    private readonly string? home = First(entry, who => who != board.Rules.Pool)?.Who;
    private readonly QueueMember? province = First(entry, who => who == board.Rules.Pool);

    private Dictionary<string, bool>? free;

    /// <summary>The caller's own region; null while unknown.</summary>
    public string? Home => home;

    /// <summary>The language that must be spoken now; null when none must.</summary>
    public string? Owed { get; } = LanguageOwed(entry, board, wake);

    /// <summary>Whether the agent may, now and with who is still free.</summary>
    public Verdict Of(AgentState agent)
    {
        if (Owed is { } owed && !agent.Languages.Contains(owed))
            return Verdict.No("waits-for-speaker", language: owed);
        foreach (var member in entry.Members)
        {
            if (!member.Contact && member.Who == agent.Region && entry.ArrivedAt + member.From <= board.Now)
                return Verdict.Yes(member.Who == home ? "own-region" : "named-region", agent.Region);
        }
        if (province is null)
            return Verdict.No("other-region", agent.Region);
        if (entry.ArrivedAt + province.From <= board.Now)
            return Verdict.Yes(home is null ? "region-unknown" : "whole-province");
        return home is null ? Verdict.No("not-yet", agent.Region) : Aid(agent, home);
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

    /// <summary>Of the caller's own people, to whom the caller was not offered in vain.</summary>
    private bool IsSomebodyFree(string region, string? language)
    {
        free ??= new Dictionary<string, bool>(StringComparer.Ordinal);
        if (!free.TryGetValue(language ?? "", out var somebody))
            free[language ?? ""] = somebody = board.Free.Any(a => a.Region == region && (language is null || a.Languages.Contains(language)) && !entry.Tried.Contains(a.Id));
        return somebody;
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

    private static QueueMember? First(QueueEntry entry, Func<string, bool> which)
    {
        foreach (var member in entry.Members)
        {
            if (!member.Contact && which(member.Who))
                return member;
        }
        return null;
    }
}
