using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>How long a text takes to say: each word one, each digit one, at the configured words a minute.</summary>
internal static partial class Spoken
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.5);

    /// <param name="text">Words; tags do not count.</param>
    /// <param name="wordsAMinute">How fast.</param>
    /// <param name="least">Half a second when absent.</param>
    public static TimeSpan Length(string text, int wordsAMinute, TimeSpan? least = null)
    {
        var words = Words().Count(Tags().Replace(text, " "));
        var length = TimeSpan.FromMinutes((double)words / wordsAMinute);
        return length < (least ?? Least) ? least ?? Least : length;
    }

    public static string Tidy(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\p{L}\p{M}'’]+|\d")]
    private static partial Regex Words();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
