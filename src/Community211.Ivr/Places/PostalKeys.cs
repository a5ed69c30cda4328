using System.Collections.Immutable;

namespace Community211.Ivr.Places;

/// <summary>Postal codes as callers give them: on the keypad letters share keys, so a keyed code is a set of candidates.</summary>
public static class PostalKeys
{
    private const string Letters = "22233344455566677778889999";

    /// <summary>All areas that a keyed or spoken code may mean; empty when it cannot be one.</summary>
    /// <param name="entry">Three to six keys (M5V is 658), or text with the code in it (<c>M5V 2T6</c>).</param>
    /// <param name="known">The areas there are.</param>
    public static ImmutableArray<Fsa> Candidates(string entry, ImmutableDictionary<string, Fsa> known)
    {
        var text = new string([.. entry.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        if (text.Length is >= 3 and <= 6 && text.All(char.IsAsciiDigit))
            return [.. known.Values.Where(f => Matches(text, f.Code)).OrderBy(f => f.Code, StringComparer.Ordinal)];
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (char.IsAsciiLetter(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiLetter(text[i + 2])
                && known.TryGetValue(text.Substring(i, 3), out var found))
                return [found];
        }
        return [];
    }

    /// <summary>What somebody keys for an area: 658 for M5V.</summary>
    public static string Of(Fsa area) => new([.. area.Code.Select(c => char.IsAsciiLetter(c) ? Key(c) : c)]);

    private static bool Matches(string keys, string code) => keys[0] == Key(code[0]) && keys[1] == code[1] && keys[2] == Key(code[2]);

    private static char Key(char letter) => Letters[letter - 'A'];
}
