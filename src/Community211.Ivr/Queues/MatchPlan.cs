using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>What the matcher wants done.</summary>
/// <param name="Offers">In order of urgency.</param>
/// <param name="Probes">Callers whose wait page is overdue: the carrier is asked before they are offered.</param>
/// <param name="WakeAt">When the plan may change by time alone; null if never.</param>
public sealed record MatchPlan(ImmutableArray<PlannedOffer> Offers, ImmutableArray<string> Probes, DateTimeOffset? WakeAt);
