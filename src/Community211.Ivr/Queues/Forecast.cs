namespace Community211.Ivr.Queues;

/// <summary>What can honestly be said of a caller's wait.</summary>
/// <param name="Place">1 for the next of the caller's own region's line.</param>
/// <param name="Wait">From now, in seconds; null while nobody who may answer is signed in.</param>
public sealed record Forecast(int Place, int? Wait)
{
    /// <summary>
    /// For everyone in line, not in crisis, who is not being offered: those who come before, times the average call, divided by the
    /// people who are there. The own region and, from when it answers, the whole province are looked at; the sooner of the two counts.
    /// </summary>
    public static IReadOnlyDictionary<string, Forecast> Of(Floor floor, MatchRules rules, DateTimeOffset now)
    {
        var board = new Board(floor.Agents, rules, now);
        var before = new Dictionary<(string? Region, string? Language), int>();
        var all = new Dictionary<string, Forecast>(StringComparer.Ordinal);
        foreach (var entry in Standing.Order(floor.Entries.Where(e => e.CanBeHad(now)), rules.UrgentAhead))
        {
            var home = entry.Members.FirstOrDefault(m => !m.Contact && m.Who != rules.Pool)?.Who;
            var province = entry.Members.FirstOrDefault(m => !m.Contact && m.Who == rules.Pool);
            var language = entry is { LanguageNeed: LanguageNeed.Owed, Language: { } owed } && entry.LanguageWish != LanguageWish.Anyone && board.Staffed(null, owed) > 0 ? owed : null;
            var place = home is null ? Next(before, (null, null)) : Next(before, (home, null));
            if (entry.Priority != Priority.Crisis && entry.Offers.IsEmpty)
            {
                var own = home is null ? null : Wait(before.GetValueOrDefault((home, language)), board.Staffed(home, language));
                var others = province is null ? null : Wait(before.GetValueOrDefault((null, language)), board.Staffed(null, language));
                if (others is { } time && province!.From > TimeSpan.Zero && !(own > rules.AidFor(home ?? "").WhenWaitPasses) && entry.ArrivedAt + province.From - now is var closed && closed > time)
                    others = closed;
                all[entry.Call] = new Forecast(place, (own is null || others < own ? others : own) is { } soonest ? (int)Math.Round(soonest.TotalSeconds) : null);
            }
            foreach (var region in (ReadOnlySpan<string?>)(home is null ? [null] : [home, null]))
            {
                Count(region, null);
                if (entry.LanguageNeed == LanguageNeed.Owed && entry.Language is not null)
                    Count(region, entry.Language);
            }
        }
        return all;

        TimeSpan? Wait(int ahead, int people) => people == 0 ? null : rules.Handling * (ahead + 1) / people;

        void Count(string? region, string? language) => before[(region, language)] = before.GetValueOrDefault((region, language)) + 1;
    }

    private static int Next(Dictionary<(string? Region, string? Language), int> before, (string? Region, string? Language) line) => before.GetValueOrDefault(line) + 1;
}
