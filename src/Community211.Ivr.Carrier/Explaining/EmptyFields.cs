using System.Collections.Immutable;
using System.Text;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Fields that the carrier sends though they are empty: what it knows of the places of two numbers.</summary>
internal static class EmptyFields
{
    /// <summary>The carrier says the same of both names of a side.</summary>
    private static readonly string[][] Sides = [["From", "Caller"], ["To", "Called"]];

    private static readonly string[] Parts = ["City", "State", "Zip", "Country"];

    private static readonly string[] Alone = ["Digits", "SpeechResult", "ForwardedFrom", "CallerName", "msg"];

    /// <summary>Names that are missing, and may have been dropped together; every missing place first.</summary>
    public static IEnumerable<(ImmutableArray<byte[]> Names, int Cost)> Missing(IReadOnlyList<RawField> fields)
    {
        var known = fields.Select(f => Encoding.UTF8.GetString(f.Name)).ToHashSet(StringComparer.Ordinal);
        var from = Subsets(Sides[0], known);
        var to = Subsets(Sides[1], known);
        string[] all = [.. Sides.SelectMany(s => Names(s, Parts, known))];
        foreach (var alone in Alone.Where(a => !known.Contains(a)).Select(a => (string[])[a]).Prepend([]))
        {
            if (all.Length + alone.Length > 0)
                yield return (Bytes([.. all, .. alone]), 1);
            if (alone.Length > 0)
                yield return (Bytes(alone), 1);
        }
        foreach (var one in from)
        {
            foreach (var other in to.Where(o => one.Length + o.Length > 0))
                yield return (Bytes([.. one, .. other]), one.Length + other.Length <= 2 ? 1 : 2);
        }
        foreach (var single in all)
            yield return (Bytes([single]), 1);
    }

    private static List<string[]> Subsets(string[] side, HashSet<string> known)
    {
        var subsets = Enumerable.Range(0, 1 << Parts.Length).Select(mask => Names(side, [.. Parts.Where((_, i) => (mask & (1 << i)) != 0)], known));
        return [.. subsets.DistinctBy(names => string.Join(',', names))];
    }

    private static string[] Names(string[] side, string[] parts, HashSet<string> known) =>
        [.. side.SelectMany(s => parts.Select(p => s + p)).Where(n => !known.Contains(n))];

    private static ImmutableArray<byte[]> Bytes(string[] names) => [.. names.Select(Encoding.UTF8.GetBytes)];
}
