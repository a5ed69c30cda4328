using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Examples;

/// <summary>Compares the steps gone through with those expected.</summary>
internal static class PathMatch
{
    /// <summary>In an expected path: any steps, or none.</summary>
    public const string Any = "...";

    /// <summary>In an expected line or queue: in none.</summary>
    public const string None = "none";

    public static bool Fits(ImmutableArray<string> expected, ImmutableArray<string> path)
    {
        // Steps so far that the expectation may have got to; '...' keeps all later ones possible.
        var reached = new HashSet<int> { 0 };
        foreach (var step in expected)
        {
            reached = step == Any
                ? [.. Enumerable.Range(reached.Min(), path.Length - reached.Min() + 1)]
                : [.. reached.Where(at => at < path.Length && path[at] == step).Select(at => at + 1)];
            if (reached.Count == 0)
                return false;
        }
        return reached.Contains(path.Length);
    }
}
