using System.Collections.Immutable;

namespace Community211.Ivr.Simulation.Days;

/// <summary>One of several, and how often it is so compared with the others.</summary>
/// <param name="Value">Which.</param>
/// <param name="Weight">0 or more.</param>
public readonly record struct Weighted<T>(T Value, int Weight);

/// <summary>Draws from dice that are given.</summary>
internal static class Draws
{
    public static T From<T>(this Random random, ImmutableArray<Weighted<T>> all)
    {
        var left = random.Next(all.Sum(w => w.Weight));
        foreach (var one in all)
        {
            left -= one.Weight;
            if (left < 0)
                return one.Value;
        }
        throw new InvalidOperationException("Nothing to draw from.");
    }

    /// <summary>So many of a hundred times.</summary>
    public static bool OfHundred(this Random random, int share) => random.Next(100) < share;

    public static TimeSpan Exponential(this Random random, TimeSpan mean) => mean * -Math.Log(1 - random.NextDouble());
}
