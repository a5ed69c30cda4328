using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Control;

/// <summary>
/// Who may call: "From (E.164, or `anonymous`, `unknown`, `client:…`, `sip:…`, or a raw national string)", and the other words that
/// carriers write where a number is withheld.
/// </summary>
internal static partial class CallerChecks
{
    private static readonly string[] Withheld = ["anonymous", "blocked", "private", "restricted", "unavailable", "unknown"];

    /// <summary>A sentence, or null when somebody may call so.</summary>
    public static string? Problem(string from) =>
        string.IsNullOrWhiteSpace(from) ? "'from' is empty: give a number in E.164, such as +14165550123, or anonymous."
        : Withheld.Contains(from, StringComparer.OrdinalIgnoreCase) || International().IsMatch(from) || National().IsMatch(from) || Address().IsMatch(from) ? null
        : $"'from' is '{from}'. Allowed: a number in E.164, such as +14165550123, a national number, client:NAME, sip:USER@HOST, or {string.Join(", ", Withheld)}.";

    // Some carriers spell a word for a withheld number on a keypad: +464, +2562533.
    [GeneratedRegex(@"^\+[0-9]{3,15}\z")]
    private static partial Regex International();

    // Malformed ones with more digits than a number has were seen, too.
    [GeneratedRegex(@"^[0-9(][0-9 ().-]{1,30}\z")]
    private static partial Regex National();

    [GeneratedRegex(@"^(client:[^\s\p{C}]+|(sips?|tel):[^\s\p{C}]+)\z")]
    private static partial Regex Address();
}
