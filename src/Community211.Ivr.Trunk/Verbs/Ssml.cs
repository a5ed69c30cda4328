using System.Globalization;
using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>The markup inside a Say: which elements there may be, what is heard of them, and how long their breaks are.</summary>
internal static partial class Ssml
{
    private const double DefaultBreak = 0.75;

    private static readonly HashSet<string> Known =
        ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"];

    public static IEnumerable<string> Unknown(VerbElement say) =>
        say.Elements.SelectMany(one => one.DescendantsAndSelf()).Select(one => one.Name.LocalName).Where(name => !Known.Contains(name));

    public static string Plain(string markup) => Spoken.Tidy(
        System.Net.WebUtility.HtmlDecode(Tags().Replace(Substitutes().Replace(markup, " ${alias} "), " ")));

    public static TimeSpan Breaks(string markup) => TimeSpan.FromSeconds(BreakTags().Matches(markup).Sum(tag => Seconds(tag.Groups["time"])));

    private static double Seconds(Group time)
    {
        if (!time.Success)
            return DefaultBreak;
        var milliseconds = time.Value.EndsWith("ms", StringComparison.Ordinal);
        var number = double.Parse(time.Value.TrimEnd('m', 's'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Math.Min(10, milliseconds ? number / 1000 : number);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<sub\\b[^>]*\\balias=\"(?<alias>[^\"]*)\"[^>]*>[^<]*</sub>")]
    private static partial Regex Substitutes();

    [GeneratedRegex("<break\\b(?:[^>]*?\\btime=\"(?<time>\\d{1,6}(?:\\.\\d{1,3})?m?s)\")?[^>]*>")]
    private static partial Regex BreakTags();
}
