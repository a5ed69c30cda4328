using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>
/// Gather's profanityFilter: words of a short reviewed list are masked as f***. The carrier's own list is longer and not
/// public; this one is enough to see that a service which leaves the filter on loses words of people in distress.
/// </summary>
internal static partial class Profanity
{
    public static string Mask(string words) => Listed().Replace(words, word => word.Value[0] + "***");

    [GeneratedRegex(@"\b(fuck\w*|shit\w*|bitch\w*|cunts?|asshole\w*|bastards?|whores?|putains?|merde|salope|tabarnak|c[âa]lisse)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();
}
