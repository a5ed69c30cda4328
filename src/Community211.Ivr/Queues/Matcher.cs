using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>
/// Who is offered whom: a pure function of the floor and the time. Callers are served in the order of <see cref="Standing"/>; of the
/// agents who may answer (<see cref="Access"/>) each gets the one who suits best (<see cref="Suit"/>): language before region, the own
/// region before others, and then whoever has been idle longest. Docs: docs/matching.md.
/// </summary>
public static class Matcher
{
    private const int CrisisOffers = 2;
    private const int MostAlternatives = 3;

    /// <param name="floor">All who wait and all who may answer.</param>
    /// <param name="rules">What the files say.</param>
    /// <param name="now">Widening, backup lines, patience and breathers are functions of it.</param>
    public static MatchPlan Plan(Floor floor, MatchRules rules, DateTimeOffset now)
    {
        var plan = new Planning(new Board(floor.Agents, rules, now), new Wake(now));
        foreach (var agent in floor.Agents.Where(a => a.Phase == AgentPhase.Available))
            plan.Wake.At(agent.NotBefore);
        var ready = Standing.Order(floor.Entries, rules.UrgentAhead).Where(plan.IsReady).ToList();
        var crisis = ready.TakeWhile(e => e.Priority == Priority.Crisis).ToList();
        // Everyone in crisis is offered to somebody before anyone of them is offered to two.
        for (var offers = 1; offers <= CrisisOffers; offers++)
        {
            foreach (var entry in crisis)
                plan.Offer(entry, offers);
        }
        foreach (var entry in ready.Skip(crisis.Count))
            plan.Offer(entry, most: 1);
        return new MatchPlan(plan.Offers.ToImmutable(), plan.Probes.ToImmutable(), plan.Wake.Earliest);
    }

    private sealed class Planning(Board board, Wake wake)
    {
        private readonly Dictionary<string, int> made = new(StringComparer.Ordinal);

        public Wake Wake => wake;

        public ImmutableArray<PlannedOffer>.Builder Offers { get; } = ImmutableArray.CreateBuilder<PlannedOffer>();

        public ImmutableArray<string>.Builder Probes { get; } = ImmutableArray.CreateBuilder<string>();

        /// <summary>Whether the caller can be offered to an agent; a contact that is due is offered here, and who may be gone is asked after.</summary>
        public bool IsReady(QueueEntry entry)
        {
            foreach (var member in entry.Members)
                wake.At(entry.ArrivedAt + member.From);
            if (entry.CallBack is { } windows)
            {
                // Nobody is on the line who could have hung up unnoticed.
                foreach (var window in windows)
                    wake.At(window.From);
                return entry.CanBeHad(board.Now) && Made(entry) == 0;
            }
            var most = entry.Priority == Priority.Crisis ? CrisisOffers : 1;
            var contact = DueContact(entry);
            var wanted = Made(entry) < most;
            if (!wanted && contact is null)
                return false;
            var overdue = entry.PageAt + TimeSpan.FromSeconds(entry.PageSeconds) + board.Rules.StaleAfter;
            if (board.Now >= overdue)
            {
                var askAgain = entry.ProbedAt + board.Rules.StaleAfter;
                if (askAgain > board.Now)
                    wake.At(askAgain);
                else
                    Probes.Add(entry.Call);
                return false;
            }
            wake.At(overdue);
            if (contact is not null)
                Offers.Add(new PlannedOffer(entry.Call, contact, Contact: true, [Turn(entry), Reason.Of("contact-due", ("contact", contact))], []));
            return wanted;
        }

        /// <summary>Offers the caller to one more agent, up to a number at the same time.</summary>
        public void Offer(QueueEntry entry, int most)
        {
            var has = Made(entry) + made.GetValueOrDefault(entry.Call);
            if (has >= most)
                return;
            if (board.Free.Count == 0)
            {
                Access.LanguageOwed(entry, board, wake);
                return;
            }
            var access = new Access(entry, board, wake);
            if (!IsForAnyone(entry, access))
            {
                if (has == 0 && most == 1)
                    board.LeaveUnserved(access.Home ?? board.Rules.Pool, access.Owed);
                return;
            }
            var suits = board.Free.Where(a => IsNew(entry, a)).Select(a => Suit.Of(entry, a, access.Of(a), access.Home))
                .OrderByDescending(s => s.Access.May).ThenBy(s => s, Suit.Order).Take(MostAlternatives + 1).ToList();
            var best = suits[0];
            var losers = suits.Skip(1).Select(s => new Alternative(s.Agent.Id, s.Access.May ? s.LostTo(best) : s.Access.ToReason()));
            Offers.Add(new PlannedOffer(entry.Call, best.Agent.Id, Contact: false, [Turn(entry), .. best.Because(entry, board.Now)], [.. losers]));
            board.Take(best.Agent);
            made[entry.Call] = made.GetValueOrDefault(entry.Call) + 1;
        }

        private Reason Turn(QueueEntry entry) =>
            Reason.Of("turn", ("priority", entry.Priority.ToString().ToLowerInvariant()), ("head", entry.AtHead ? "yes" : "no"), ("waited", Reason.Seconds(board.Now - entry.ArrivedAt)));

        /// <summary>In a surge most callers are looked at in vain: nothing is written down for them.</summary>
        private bool IsForAnyone(QueueEntry entry, Access access)
        {
            foreach (var agent in board.Free)
            {
                if (access.Of(agent).May && IsNew(entry, agent))
                    return true;
            }
            return false;
        }

        private static bool IsNew(QueueEntry entry, AgentState agent) => entry.Offers.IsEmpty || entry.Offers.All(o => o.To != agent.Id);

        private static int Made(QueueEntry entry) => entry.Offers.IsEmpty ? 0 : entry.Offers.Count(o => !o.Contact);

        private string? DueContact(QueueEntry entry)
        {
            if (entry.Offers.Any(o => o.Contact))
                return null;
            wake.At(entry.ContactsNotBefore);
            return entry.ContactsNotBefore > board.Now || !entry.Members.Any(m => m.Contact)
                ? null
                : entry.Members.Where(m => m.Contact && entry.ArrivedAt + m.From <= board.Now).OrderBy(m => entry.Tried.IndexOf(m.Who)).ThenBy(m => m.From).FirstOrDefault()?.Who;
        }
    }
}
