namespace Community211.Ivr.Queues;

/// <summary>Whether an agent may answer a caller now, and why or why not. Whoever is ruled out by time alone sets the alarm.</summary>
internal sealed class Access(QueueEntry entry, Board board, Wake wake)
{
    private readonly string? home = entry.Members.FirstOrDefault(m => !m.Contact && m.Who != board.Rules.Pool)?.Who;
    private readonly QueueMember? province = entry.Members.FirstOrDefault(m => !m.Contact && m.Who == board.Rules.Pool);

    private readonly Dictionary<string, bool> free = new(StringComparer.Ordinal);

    /// <summary>The caller's own region; null while unknown.</summary>
    public string? Home => home;

    /// <summary>The language that must be spoken now; null when none must.</summary>
    public string? Owed { get; } = LanguageOwed(entry, board, wake);

    /// <summary>Null when the agent may not.</summary>
    public Reason? May(AgentState agent, out Reason? whyNot)
    {
        whyNot = null;
        if (Owed is { } owed && !agent.Languages.Contains(owed))
        {
            whyNot = Reason.Of("waits-for-speaker", ("language", owed));
            return null;
        }
        foreach (var member in entry.Members)
        {
            if (!member.Contact && member.Who == agent.Region && entry.ArrivedAt + member.From <= board.Now)
                return Reason.Of(member.Who == home ? "own-region" : "named-region", ("region", agent.Region));
        }
        if (province is null)
        {
            whyNot = Reason.Of("other-region", ("region", agent.Region));
            return null;
        }
        if (entry.ArrivedAt + province.From <= board.Now)
            return home is null ? Reason.Of("region-unknown") : Reason.Of("whole-province");
        return home is null ? null : Aid(agent, home, out whyNot);
    }

    /// <summary>Before the flow opens the province: when the own region has nobody, or would take too long and others can spare somebody.</summary>
    private Reason? Aid(AgentState agent, string region, out Reason? whyNot)
    {
        whyNot = null;
        var language = entry.LanguageNeed != LanguageNeed.None && entry.LanguageWish != LanguageWish.Anyone && entry.Language is { } own && agent.Languages.Contains(own) ? own : null;
        if (board.WaitFor(region, language) is not { } wait)
            return language is null ? Reason.Of("nobody-there", ("region", region)) : Reason.Of("nobody-there-speaks", ("region", region), ("language", language));
        if (IsSomebodyFree(region, language) || wait <= board.Rules.AidFor(region).WhenWaitPasses)
        {
            whyNot = Reason.Of("not-yet", ("region", agent.Region));
            return null;
        }
        if (board.Idle(agent.Region) <= board.Rules.AidFor(agent.Region).Reserve)
        {
            whyNot = Reason.Of("kept-in-reserve", ("region", agent.Region));
            return null;
        }
        return Reason.Of("aid", ("region", region), ("wait", Reason.Seconds(wait)));
    }

    /// <summary>Of the caller's own people, to whom the caller was not offered in vain.</summary>
    private bool IsSomebodyFree(string region, string? language)
    {
        if (!free.TryGetValue(language ?? "", out var somebody))
            free[language ?? ""] = somebody = board.Free.Any(a => a.Region == region && (language is null || a.Languages.Contains(language)) && !entry.Tried.Contains(a.Id));
        return somebody;
    }

    private static string? LanguageOwed(QueueEntry entry, Board board, Wake wake)
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
}
