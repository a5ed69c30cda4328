namespace Community211.Ivr.Queues;

/// <summary>
/// Callers who were passed: somebody behind them was offered an agent who, by the line's own words and the language rule, could have
/// answered them. Counted while the service runs, by other means than those that made the plan; there must be none.
/// </summary>
public static class Inversions
{
    public static int Count(Floor floor, MatchPlan plan, MatchRules rules, DateTimeOffset now)
    {
        var offered = plan.Offers.Where(o => !o.Contact).ToLookup(o => o.Call, o => o.To, StringComparer.Ordinal);
        if (offered.Count == 0)
            return 0;
        var behind = floor.Entries.Where(e => offered.Contains(e.Call)).ToList();
        var agents = floor.Agents.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var before = floor.Entries.Where(e => offered.Contains(e.Call)).SelectMany(e => offered[e.Call].Where(id => agents[id].CrisisTrained).Select(_ => e)).ToList();
        var trained = floor.Agents.Count(a => a is { CrisisTrained: true, Phase: AgentPhase.Available } && !(a.NotBefore > now));
        // Those trained for crisis who were left when it was this caller's turn are no more than those who are kept.
        bool kept(QueueEntry entry) => entry.Priority != Priority.Crisis && AnsweredByOthers(entry, floor, rules)
            && trained - before.Count(b => Standing.Compare(b, entry, rules.UrgentAhead) < 0) <= rules.CrisisReserve;
        return floor.Entries.Where(e => e.Phase == CallerPhase.Waiting && IsThere(e, rules, now)).Sum(entry =>
        {
            // Whoever has an offer waits for its outcome; the second one of a crisis caller comes after everyone else's first.
            if (entry.Offers.Any(o => !o.Contact) || offered.Contains(entry.Call))
                return 0;
            return behind.Where(b => Standing.Compare(entry, b, rules.UrgentAhead) < 0)
                .Count(b => offered[b.Call].Any(id => Could(entry, agents[id], floor, rules, now) && !(agents[id].CrisisTrained && kept(entry))));
        });
    }

    private static bool IsThere(QueueEntry entry, MatchRules rules, DateTimeOffset now) =>
        entry.CallBack is null ? now < entry.PageAt + TimeSpan.FromSeconds(entry.PageSeconds) + rules.StaleAfter : entry.CanBeHad(now);

    private static bool Could(QueueEntry entry, AgentState agent, Floor floor, MatchRules rules, DateTimeOffset now) =>
        entry.Members.Any(m => !m.Contact && entry.ArrivedAt + m.From <= now && (m.Who == rules.Pool || m.Who == agent.Region))
        && (agent.Languages.Contains(entry.Language ?? "") || !WaitsForSpeaker(entry, floor, rules, now));

    private static bool AnsweredByOthers(QueueEntry entry, Floor floor, MatchRules rules) =>
        floor.Agents.Count(a => a.Phase is not (AgentPhase.Off or AgentPhase.Away)
            && entry.Members.Any(m => !m.Contact && (m.Who == rules.Pool || m.Who == a.Region))
            && (entry is not { LanguageNeed: LanguageNeed.Owed, LanguageWish: LanguageWish.Wait, Language: { } language } || a.Languages.Contains(language))) >= rules.CrisisReserve + 2;

    private static bool WaitsForSpeaker(QueueEntry entry, Floor floor, MatchRules rules, DateTimeOffset now)
    {
        if (entry.LanguageNeed != LanguageNeed.Owed || entry.Language is null || entry.LanguageWish == LanguageWish.Anyone || entry.Priority == Priority.Crisis)
            return false;
        var speakers = floor.Agents.Any(a => a.Phase is not (AgentPhase.Off or AgentPhase.Away) && a.Languages.Contains(entry.Language)
            && entry.Members.Any(m => !m.Contact && (m.Who == rules.Pool || m.Who == a.Region)));
        return entry.LanguageWish == LanguageWish.Wait || now < entry.ArrivedAt + (speakers ? rules.BusySpeakerPatience : rules.NoSpeakerPatience);
    }
}
