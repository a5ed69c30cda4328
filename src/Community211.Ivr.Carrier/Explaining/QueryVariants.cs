using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Queries that may have been signed, with their question mark.</summary>
internal static class QueryVariants
{
    /// <summary>More parameters than this are not put in every order.</summary>
    private const int MostPermuted = 5;

    private static readonly Difference Order = new("query-order", "The query's parameters were put in another order on the way.", "Let the proxy pass the query as it is.");
    private static readonly Difference Encoding = new("query-encoding", "The query was decoded and encoded again on the way.", "Let the proxy pass the query as it is; an application must take the raw one.");
    private static readonly Difference Added = new("query-added", "Something on the way added parameters to the query.", "Let the proxy add none, or add them in a header.");

    private static readonly Func<string, string>[] Writings =
    [
        Uri.EscapeDataString,
        part => Uri.EscapeDataString(part).Replace("%20", "+", StringComparison.Ordinal),
        part => part,
        part => part.Replace(" ", "%20", StringComparison.Ordinal),
        part => part.Replace(' ', '+'),
        part => Hex(Uri.EscapeDataString(part), lower: true),
        part => Hex(Uri.EscapeDataString(part).Replace("%20", "+", StringComparison.Ordinal), lower: true),
        part => Plain(Uri.EscapeDataString(part), "@:,/?$'!()*;~"),
        part => Plain(Uri.EscapeDataString(part), "@:,/?$'!()*;~").Replace("%20", "+", StringComparison.Ordinal),
    ];

    /// <param name="query">The query as it came, without its question mark; null if none.</param>
    public static ImmutableArray<Variant<string>> Of(string? query)
    {
        if (query is null)
            return [Variant<string>.Accepted("")];
        return query.Length == 0 ? [Variant<string>.Accepted("?"), Variant<string>.Other("", Added)] : All(query.Split('&')).Sorted();
    }

    private static IEnumerable<Variant<string>> All(string[] parts)
    {
        yield return Variant<string>.Accepted(Join(parts));
        foreach (var written in Written(parts))
            yield return Variant<string>.Other(Join(written), Encoding);
        foreach (var order in Orders(parts))
        {
            yield return Variant<string>.Other(Join(order), Order);
            foreach (var written in Written(order))
                yield return new Variant<string>(Join(written), 2, [Order, Encoding]);
        }
        yield return Variant<string>.Other("", Added);
        foreach (var left in parts.Where(_ => parts.Length > 1))
            yield return Variant<string>.Other(Join([.. parts.Where(p => p != left)]), Added);
    }

    private static IEnumerable<string[]> Written(string[] parts)
    {
        foreach (var plus in new[] { true, false })
        {
            foreach (var write in Writings)
                yield return [.. parts.Select(p => string.Join('=', p.Split('=', 2).Select(half => write(Uri.UnescapeDataString(plus ? half.Replace('+', ' ') : half)))))];
        }
    }

    private static IEnumerable<string[]> Orders(string[] parts)
    {
        if (parts.Length is 1)
            return [];
        string[] sorted = [.. parts.Order(StringComparer.Ordinal)];
        return parts.Length > MostPermuted ? [sorted, [.. sorted.Reverse()], [.. parts.Reverse()]] : Permutations(parts);
    }

    private static IEnumerable<string[]> Permutations(string[] parts) => parts.Length <= 1
        ? [parts]
        : Enumerable.Range(0, parts.Length).SelectMany(i => Permutations([.. parts.Where((_, at) => at != i)]).Select(rest => (string[])[parts[i], .. rest]));

    private static string Join(string[] parts) => "?" + string.Join('&', parts);

    private static string Hex(string coded, bool lower)
    {
        var parts = coded.Split('%');
        return string.Join('%', parts.Select((p, i) => i == 0 || p.Length < 2 ? p : (lower ? p[..2].ToLowerInvariant() : p[..2].ToUpperInvariant()) + p[2..]));
    }

    private static string Plain(string coded, string characters)
    {
        foreach (var c in characters)
            coded = coded.Replace(Uri.HexEscape(c), c.ToString(), StringComparison.Ordinal);
        return coded;
    }
}
