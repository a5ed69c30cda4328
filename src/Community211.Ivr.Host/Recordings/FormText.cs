using System.Collections.Immutable;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Forms as text, for recordings only: what the carrier sends is read by the carrier's own strict reader.</summary>
internal static class FormText
{
    public static ImmutableArray<KeyValuePair<string, string>> Read(string body) =>
    [
        .. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2))
            .Select(f => KeyValuePair.Create(Decode(f[0]), f.Length > 1 ? Decode(f[1]) : "")),
    ];

    public static string Write(IEnumerable<KeyValuePair<string, string>> form) =>
        string.Join('&', form.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>The first value of a field whose name is written plainly; null if there is none, or an empty one.</summary>
    public static string? Field(string body, string name)
    {
        for (var at = body.IndexOf(name, StringComparison.Ordinal); at >= 0; at = body.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var value = at + name.Length + 1;
            if ((at > 0 && body[at - 1] != '&') || value > body.Length || body[value - 1] != '=')
                continue;
            var end = body.IndexOf('&', value);
            return Decode(body[value..(end < 0 ? body.Length : end)]) is { Length: > 0 } text ? text : null;
        }
        return null;
    }

    /// <summary>Whether a percent sign stands without two hexadecimal digits.</summary>
    public static bool IsBroken(string body)
    {
        for (var at = body.IndexOf('%', StringComparison.Ordinal); at >= 0; at = body.IndexOf('%', at + 1))
        {
            if (at + 2 >= body.Length || !char.IsAsciiHexDigit(body[at + 1]) || !char.IsAsciiHexDigit(body[at + 2]))
                return true;
        }
        return false;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
