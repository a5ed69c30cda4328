using System.Globalization;
using System.Text;

namespace Community211.Ivr.Flows;

/// <summary>Compares what was heard with reviewed phrases: case, accents and punctuation do not count.</summary>
public static class SpokenWords
{
    /// <summary>Whether the phrase stands in the speech as whole words.</summary>
    public static bool Contains(string speech, string phrase) =>
        $" {Plain(speech)} ".Contains($" {Plain(phrase)} ", StringComparison.Ordinal);

    /// <summary>Lower case, no accents, single spaces.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().Trim();
    }
}
