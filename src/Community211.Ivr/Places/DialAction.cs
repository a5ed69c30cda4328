using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Community211.Ivr.Places;

/// <summary>One line of a dial script: wait, or press keys. Exactly one of the two is set.</summary>
/// <param name="Wait">How long, 1 s to 60 s.</param>
/// <param name="Press">Keys 0-9, * and #, with names in braces for what is filled in: <c>{account}#</c>.</param>
public sealed partial record DialAction(TimeSpan? Wait, string? Press)
{
    /// <summary>So many digits in a row look like an account or a PIN.</summary>
    public const int SecretDigits = 6;

    /// <summary>Names that are filled in, in order.</summary>
    public ImmutableArray<string> Names => Press is null ? [] : [.. Name().Matches(Press).Select(m => m.Groups[1].Value)];

    /// <summary>Whether keys are written as they should be.</summary>
    public static bool IsPress(string text) => Whole().IsMatch(text);

    /// <summary>Whether a secret seems to be written out.</summary>
    public static bool LooksSecret(string text) => Name().Replace(text, "").Count(char.IsAsciiDigit) >= SecretDigits;

    [GeneratedRegex(@"\{([a-z][a-z0-9-]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(?:[0-9*#]|\{[a-z][a-z0-9-]*\})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
