using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>
/// A decision of the matching rule with all that it looked at, so that it can be made again. Who came after the last caller who was
/// offered had no part in it, since the rule goes through the line in order; of those the first are kept, for what other rules would
/// have made of them, and in a surge thousands are not.
/// </summary>
/// <param name="At">When it was made; the rule's own time.</param>
/// <param name="Revision">The flow revision whose <c>queues.yaml</c> it followed.</param>
/// <param name="Floor">Who waited, in the order in which they are served, and all agents; without their numbers.</param>
/// <param name="Behind">How many waited behind those and are not kept.</param>
/// <param name="Offers">What was decided.</param>
public sealed record Decision(DateTimeOffset At, string Revision, Floor Floor, int Behind, ImmutableArray<PlannedOffer> Offers)
{
    /// <summary>So many callers of the line are kept whether they had a part in it or not.</summary>
    public const int Least = 50;

    /// <param name="floor">All that was looked at.</param>
    /// <param name="plan">What was decided; at least one offer.</param>
    /// <param name="rules">What the files said.</param>
    /// <param name="revision">Their revision.</param>
    /// <param name="now">When.</param>
    public static Decision Of(Floor floor, MatchPlan plan, MatchRules rules, string revision, DateTimeOffset now)
    {
        var order = Standing.Order(floor.Entries, rules.UrgentAhead).ToList();
        var offered = plan.Offers.Select(o => o.Call).ToHashSet(StringComparer.Ordinal);
        var looked = Math.Min(order.Count, Math.Max(Least, order.FindLastIndex(e => offered.Contains(e.Call)) + 1));
        return new Decision(now, revision, new Floor([.. order.Take(looked)], [.. floor.Agents.Select(a => a with { Number = "" })]), order.Count - looked, plan.Offers);
    }

    /// <summary>The decision made again; by other rules it may be another.</summary>
    public MatchPlan Again(MatchRules rules) => Matcher.Plan(Floor, rules, At);

    /// <summary>What would be offered by these rules and was not, and the reverse; empty when the offers are the same.</summary>
    public ImmutableArray<DecisionDifference> Differences(MatchRules rules)
    {
        var again = Again(rules).Offers;
        return
        [
            .. Offers.Select(o => o.Call).Union(again.Select(o => o.Call)).Select(call => new DecisionDifference(call, To(Offers, call), To(again, call))).Where(d => !d.Then.SequenceEqual(d.Again)),
        ];
    }

    private static ImmutableArray<string> To(ImmutableArray<PlannedOffer> offers, string call) => [.. offers.Where(o => o.Call == call).Select(o => o.To)];
}
