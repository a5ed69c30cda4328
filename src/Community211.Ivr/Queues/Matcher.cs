using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>
/// Who is offered whom: a pure function of the floor and the time. Crisis first, then who lost an agent, then who came first; of the
/// agents who may answer, those trained for crisis (for crisis callers), those who speak the caller's language, those of the caller's
/// own region, and then whoever has been idle longest.
/// </summary>
public static class Matcher
{
    private const int CrisisOffers = 2;
    private const int MostAlternatives = 3;

    /// <param name="floor">All who wait and all who may answer.</param>
    /// <param name="pool">Id that stands for the whole province.</param>
    /// <param name="staleAfter">Beyond the length of a wait page, a caller may be gone and is asked after first.</param>
    /// <param name="now">Widening, backup lines and breathers are functions of it.</param>
    public static MatchPlan Plan(Floor floor, string pool, TimeSpan staleAfter, DateTimeOffset now)
    {
        var offers = ImmutableArray.CreateBuilder<PlannedOffer>();
        var probes = ImmutableArray.CreateBuilder<string>();
        var free = floor.Agents.Where(a => a.Phase == AgentPhase.Available && (a.NotBefore is null || a.NotBefore <= now)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var wake = new Wake(now);
        foreach (var agent in floor.Agents.Where(a => a.Phase == AgentPhase.Available))
            wake.At(agent.NotBefore);
        foreach (var entry in InOrder(floor.Entries))
        {
            foreach (var member in entry.Members)
                wake.At(entry.ArrivedAt + member.From);
            var overdue = entry.PageAt + TimeSpan.FromSeconds(entry.PageSeconds) + staleAfter;
            var wanted = (entry.Priority == Priority.Crisis ? CrisisOffers : 1) - entry.Offers.Count(o => !o.Contact);
            var contact = DueContact(entry, now, wake);
            if (wanted <= 0 && contact is null)
                continue;
            if (now >= overdue)
            {
                var askAgain = entry.ProbedAt + staleAfter;
                if (askAgain > now)
                    wake.At(askAgain);
                else
                    probes.Add(entry.Call);
                continue;
            }
            wake.At(overdue);
            if (contact is not null)
                offers.Add(new PlannedOffer(entry.Call, contact, Contact: true, "outside line due", []));
            var ranked = Ranked(entry, free.Values, pool, now);
            foreach (var agent in ranked.Take(wanted))
            {
                free.Remove(agent.Id);
                offers.Add(new PlannedOffer(entry.Call, agent.Id, Contact: false, Why(entry, agent), [.. ranked.Skip(wanted).Take(MostAlternatives).Select(a => a.Id)]));
            }
        }
        return new MatchPlan(offers.ToImmutable(), probes.ToImmutable(), wake.Earliest);
    }

    /// <summary>Those who wait, in the order in which they are served.</summary>
    public static IEnumerable<QueueEntry> InOrder(IEnumerable<QueueEntry> entries) =>
        entries.Where(e => e.Phase == CallerPhase.Waiting)
            .OrderByDescending(e => e.Priority == Priority.Crisis)
            .ThenByDescending(e => e.AtHead)
            .ThenBy(e => e.ArrivedAt)
            .ThenBy(e => e.Call, StringComparer.Ordinal);

    private static List<AgentState> Ranked(QueueEntry entry, IEnumerable<AgentState> free, string pool, DateTimeOffset now)
    {
        var open = entry.Members.Where(m => !m.Contact && entry.ArrivedAt + m.From <= now).Select(m => m.Who).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. free.Where(a => open.Contains(pool) || open.Contains(a.Region))
                .Where(a => entry.Offers.All(o => o.To != a.Id))
                .OrderBy(a => entry.Tried.IndexOf(a.Id))
                .ThenByDescending(a => entry.Priority == Priority.Crisis && a.CrisisTrained)
                .ThenByDescending(a => Speaks(a, entry))
                .ThenByDescending(a => a.Region == entry.Region)
                .ThenBy(a => a.IdleSince)
                .ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
    }

    private static string? DueContact(QueueEntry entry, DateTimeOffset now, Wake wake)
    {
        if (entry.Offers.Any(o => o.Contact))
            return null;
        wake.At(entry.ContactsNotBefore);
        return entry.ContactsNotBefore > now
            ? null
            : entry.Members.Where(m => m.Contact && entry.ArrivedAt + m.From <= now).OrderBy(m => entry.Tried.IndexOf(m.Who)).ThenBy(m => m.From).FirstOrDefault()?.Who;
    }

    private static bool Speaks(AgentState agent, QueueEntry entry) => entry.Language is null || agent.Languages.Contains(entry.Language);

    private static string Why(QueueEntry entry, AgentState agent) => string.Join(
        ", ",
        new[]
        {
            agent.Region == entry.Region ? "own region" : entry.Region is null ? "region unknown" : $"of {agent.Region}",
            entry.Language is null ? null : Speaks(agent, entry) ? $"speaks {entry.Language}" : $"nobody free speaks {entry.Language}",
            entry.Priority == Priority.Crisis ? agent.CrisisTrained ? "crisis-trained" : "no crisis-trained agent free" : null,
            "idle longest",
        }.Where(w => w is not null));

    private sealed class Wake(DateTimeOffset now)
    {
        public DateTimeOffset? Earliest { get; private set; }

        public void At(DateTimeOffset? time)
        {
            if (time > now && (Earliest is null || time < Earliest))
                Earliest = time;
        }
    }
}

/// <summary>What the matcher wants done.</summary>
/// <param name="Offers">In order of urgency.</param>
/// <param name="Probes">Callers whose wait page is overdue: the carrier is asked before they are offered.</param>
/// <param name="WakeAt">When the plan may change by time alone; null if never.</param>
public sealed record MatchPlan(ImmutableArray<PlannedOffer> Offers, ImmutableArray<string> Probes, DateTimeOffset? WakeAt);

/// <summary>An offer that the matcher wants made.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Why">In words.</param>
/// <param name="InsteadOf">The best three that lost.</param>
public sealed record PlannedOffer(string Call, string To, bool Contact, string Why, ImmutableArray<string> InsteadOf);
