using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk;

/// <summary>Text of others, as it may be shown on a terminal: what steers one is written out.</summary>
internal static partial class Printable
{
    private const int Longest = 60;

    public static string? Of(string? text) => text is null ? null
        : Steering().Replace(text, static found => found.Value is "\r" or "\n" or "\t" ? " " : $"\\u{(int)found.Value[0]:x4}");

    /// <summary>Cut where it is too long for a name.</summary>
    public static string Name(string name) => Of(name.Length <= Longest ? name : name[..Longest] + "…")!;

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]")]
    private static partial Regex Steering();
}
