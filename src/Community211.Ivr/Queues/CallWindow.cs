namespace Community211.Ivr.Queues;

/// <summary>A span of time in which somebody may be called.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record CallWindow(DateTimeOffset From, DateTimeOffset Until);
