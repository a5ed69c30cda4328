namespace Community211.Ivr.Queues.Figures;

/// <summary>A share answered within a time.</summary>
/// <param name="Within">The time.</param>
/// <param name="Share">0 to 1; null when no call counts.</param>
public sealed record ServiceLevel(TimeSpan Within, double? Share);
