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

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
