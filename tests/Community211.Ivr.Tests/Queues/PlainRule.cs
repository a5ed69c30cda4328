using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Queues;

/// <summary>The rule without any shortcut: everyone is looked at for everyone, in order, and all are sorted.</summary>
internal static class PlainRule
{
    /// <summary>Who is offered whom, with those who lost, as text.</summary>
    public static IEnumerable<string> Offers(Floor floor, MatchPlan plan, MatchRules rules, DateTimeOffset now)
    {
        var board = new Board(floor.Agents, rules, now);
        var has = floor.Entries.ToDictionary(e => e.Call, e => e.Offers.Count(o => !o.Contact));
        var ready = Standing.Order(floor.Entries, rules.UrgentAhead).Where(e => now < e.PageAt.AddSeconds(e.PageSeconds) + rules.StaleAfter && !plan.Probes.Contains(e.Call)).ToList();
        foreach (var (entry, most) in ready.Where(e => e.Priority == Priority.Crisis).Select(e => (e, 1))
            .Concat(ready.Where(e => e.Priority == Priority.Crisis).Select(e => (e, 2)))
            .Concat(ready.Where(e => e.Priority != Priority.Crisis).Select(e => (e, 1))))
        {
            if (has[entry.Call] >= most)
                continue;
            var access = new Access(entry, board, new Wake(now));
            var all = board.Free.Where(a => !entry.Offers.Any(o => o.To == a.Id)).Select(a => Suit.Of(entry, a, access.Of(a), access.Home)).ToList();
            var may = all.Where(s => s.Access.May).Order(Suit.Order).ToList();
            if (may.Count == 0)
            {
                if (has[entry.Call] == 0 && most == 1)
                    board.LeaveUnserved(access.Home ?? rules.Pool, access.Owed);
                continue;
            }
            has[entry.Call]++;
            board.Take(may[0].Agent);
            var lost = may.Skip(1).Concat(all.Where(s => !s.Access.May).Order(Suit.Order)).Take(3);
            yield return $"{entry.Call} to {may[0].Agent.Id} instead of {string.Join(' ', lost.Select(s => s.Agent.Id))}";
        }
    }
}
