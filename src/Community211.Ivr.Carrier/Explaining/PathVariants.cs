using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Paths that may have been signed.</summary>
internal static class PathVariants
{
    private const string Ours = "/voice/";

    /// <summary>Path bases that are often taken off.</summary>
    private static readonly string[] Usual = ["/ivr", "/twilio", "/api", "/211", "/base", "/calls", "/webhooks", "/service"];

    /// <param name="path">The path as it came.</param>
    /// <param name="configured">The configured path base, without a slash at its end; empty if none.</param>
    /// <param name="claims">What the request says.</param>
    public static ImmutableArray<Variant<string>> Of(string path, string configured, Claims claims) =>
        Whole(path, configured, claims).SelectMany(v => Slashes(v, path)).Sorted();

    private static IEnumerable<Variant<string>> Whole(string path, string configured, Claims claims)
    {
        yield return Variant<string>.Accepted(configured + path);
        var contained = configured.Length > 0 && path.StartsWith(configured + "/", StringComparison.Ordinal);
        if (contained)
            yield return Variant<string>.Accepted(path);
        var bare = path.LastIndexOf(Ours, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? path[at..] : path;
        if (configured.Length > 0)
        {
            yield return Variant<string>.Other(bare, new Difference("path-base-missing", $"The carrier was told an address without {configured}, which Twilio:PublicBaseUrl has."));
            yield return Variant<string>.Other(configured + bare, Doubled(configured));
            yield return Variant<string>.Other(configured + configured + bare, new Difference("path-base-doubled", $"The carrier was told an address that has {configured} twice."));
        }
        else if (bare != path)
        {
            yield return Variant<string>.Other(bare, new Difference("path-base-added", $"A proxy put {path[..^bare.Length]} in front of the path.", "Let the proxy pass the path as it is, or take off what it adds."));
        }
        foreach (var prefix in claims.Prefixes.Concat(Usual).Where(p => p != configured))
            yield return Variant<string>.Other(prefix + bare, new Difference("path-base-stripped", $"The carrier was told an address below {prefix}, which a proxy took off, and Twilio:PublicBaseUrl does not have it."));
    }

    private static Difference Doubled(string configured) =>
        new("path-base-doubled", $"A proxy put {configured} in front of a path that had it already.", "Let the proxy pass the path as it is, or take the path base off once.");

    private static IEnumerable<Variant<string>> Slashes(Variant<string> whole, string path)
    {
        yield return whole;
        var toggled = whole.Value.EndsWith('/') ? whole.Value.TrimEnd('/') : whole.Value + "/";
        yield return And(whole, toggled, new Difference("trailing-slash", toggled.EndsWith('/')
            ? "The carrier was told an address with a slash at the end of the path, and something took it off."
            : "The carrier was told an address without the slash at the end of the path.", "Write the address at the carrier without that slash, and let no proxy add or remove one."));
        yield return And(whole, whole.Value[..^path.Length.AtMost(whole.Value.Length)] + "/" + path, new Difference(
            "double-slash", "The carrier was told an address with two slashes where there should be one, and a proxy made one of them.", "Correct the address at the carrier: Twilio:PublicBaseUrl, one slash, voice/..."));
    }

    private static Variant<string> And(Variant<string> whole, string value, Difference difference) => new(value, whole.Cost + 1, whole.Differences.Add(difference));

    private static int AtMost(this int length, int most) => Math.Min(length, most);
}
