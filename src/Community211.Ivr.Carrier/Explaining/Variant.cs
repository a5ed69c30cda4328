using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What a part of the signed message may have been.</summary>
/// <param name="Value">The part.</param>
/// <param name="Cost">How unlikely it is: 0 is what the service accepts.</param>
/// <param name="Differences">In what it differs from that.</param>
internal sealed record Variant<T>(T Value, int Cost, ImmutableArray<Difference> Differences)
{
    public static Variant<T> Accepted(T value) => new(value, 0, []);

    public static Variant<T> Other(T value, Difference difference, int cost = 1) => new(value, cost, [difference]);
}

internal static class Variants
{
    /// <summary>By cost; of those with the same value the likeliest alone.</summary>
    public static ImmutableArray<Variant<T>> Sorted<T>(this IEnumerable<Variant<T>> variants)
        where T : notnull => [.. variants.OrderBy(v => v.Cost).DistinctBy(v => v.Value)];
}
