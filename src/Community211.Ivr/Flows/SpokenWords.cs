using System.Globalization;
using System.Text;

namespace Community211.Ivr.Flows;

/// <summary>Compares what was heard with reviewed phrases: case, accents and punctuation do not count.</summary>
public static class SpokenWords
{
    // Not string.Normalize: without culture data it leaves accents in place, and it throws on broken surrogates.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private const string Bare = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>Whether the phrase stands in the speech as whole words.</summary>
    public static bool Contains(string speech, string phrase) =>
        Heard(speech).Contains(Heard(phrase), StringComparison.Ordinal);

    /// <summary>Words between spaces: whatever stands in it the same way is said as whole words.</summary>
    public static string Heard(string text) => $" {Plain(text)} ";

    /// <summary>Lower case, no accents (composed or combining), ligatures written out, single spaces.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Select(char.ToLowerInvariant))
        {
            if (Accented.IndexOf(c, StringComparison.Ordinal) is var at && at >= 0)
                plain.Append(Bare[at]);
            else if (c == 'œ')
                plain.Append("oe");
            else if (c == 'æ')
                plain.Append("ae");
            else if (char.IsLetterOrDigit(c))
                plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().Trim();
    }
}
