using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>The signatures that the headers may mean.</summary>
internal static class HeaderVariants
{
    private const int Bytes = 20;

    private static readonly Difference Doubled = new("header-doubled", $"{CapturedRequest.SignatureHeader} came more than once, and only one of them is right.", "Let the proxy pass the header once: it must not add its own or copy it.");
    private static readonly Difference Renamed = new("header-renamed", $"{CapturedRequest.SignatureHeader} came under another name.", $"Let the proxy pass the header as {CapturedRequest.SignatureHeader}.");
    private static readonly Difference Written = new("header-encoded", $"{CapturedRequest.SignatureHeader} came encoded, quoted or cut.", "Let the proxy pass the header's value as it is.");

    /// <summary>Signatures as bytes in base64; none where no header holds one.</summary>
    public static ImmutableArray<Variant<string>> Of(CapturedRequest request)
    {
        string[] named = [.. request.Values(CapturedRequest.SignatureHeader)];
        var doubled = named.Length > 1 || named.Any(v => v.Contains(',', StringComparison.Ordinal));
        var found = named.SelectMany(v => v.Split(',')).SelectMany(v => Read(v.Trim()).Select(w => doubled ? And(w, Doubled) : w)).ToList();
        if (named.Length == 0)
        {
            var others = request.Headers.Where(h => h.Key.Replace('_', '-').EndsWith("Twilio-Signature", StringComparison.OrdinalIgnoreCase));
            found.AddRange(others.SelectMany(h => Read(h.Value.Trim())).Select(w => And(w, Renamed)));
        }
        return found.Sorted();
    }

    private static IEnumerable<Variant<string>> Read(string value)
    {
        if (Canonical(value) is { } plain && plain == value)
        {
            yield return Variant<string>.Accepted(value);
            yield break;
        }
        var text = value.Trim('"', '\'', ' ');
        if (text.Contains('%', StringComparison.Ordinal))
            text = Uri.UnescapeDataString(text);
        if (Canonical(text.Replace('-', '+').Replace('_', '/').Replace(' ', '+').TrimEnd('=') + "=") is { } meant)
            yield return Variant<string>.Other(meant, Written);
    }

    private static string? Canonical(string text)
    {
        var bytes = new byte[Bytes + 1];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == Bytes ? Convert.ToBase64String(bytes, 0, length) : null;
    }

    private static Variant<string> And(Variant<string> variant, Difference difference) => new(variant.Value, variant.Cost + 1, variant.Differences.Insert(0, difference));
}
