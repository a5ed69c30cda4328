namespace Community211.Ivr.Flows.Differences;

/// <summary>How long something takes, over many calls.</summary>
/// <param name="Median">Half take no longer.</param>
/// <param name="Percentile95">95 of 100 take no longer.</param>
/// <param name="Longest">None takes longer.</param>
public sealed record TimeSpread(TimeSpan Median, TimeSpan Percentile95, TimeSpan Longest)
{
    /// <summary>By nearest rank; null of none.</summary>
    public static TimeSpread? Of(IReadOnlyCollection<TimeSpan> times)
    {
        if (times.Count == 0)
            return null;
        var sorted = times.Order().ToArray();
        TimeSpan Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        return new TimeSpread(Rank(0.5), Rank(0.95), sorted[^1]);
    }
}
