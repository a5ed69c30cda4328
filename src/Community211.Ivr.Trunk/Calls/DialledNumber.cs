namespace Community211.Ivr.Trunk.Calls;

/// <summary>Which numbers the carrier would never dial.</summary>
internal static class DialledNumber
{
    private static readonly HashSet<string> Short = ["211", "311", "411", "511", "611", "711", "811", "911", "988", "112"];

    /// <summary>"Twilio will also accept unformatted US numbers, e.g., (415) 555-1212 or 415-555-1212."</summary>
    public static string Normal(string number)
    {
        if (number.StartsWith('+') || number.Any(letter => !char.IsAsciiDigit(letter) && !"()-. ".Contains(letter, StringComparison.Ordinal)))
            return number;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length == 10 ? "+1" + digits : digits.Length == 11 && digits[0] == '1' ? "+" + digits : number;
    }

    /// <summary>A sentence, or null when the number may be dialled.</summary>
    public static string? Problem(string number)
    {
        if (IsShort(number))
            return $"'{number}' is a short code of this country and is never dialled out: use the ten-digit number.";
        var bare = number.TrimStart('+');
        return number.StartsWith('+') && bare.Length is >= 8 and <= 15 && bare.All(char.IsAsciiDigit)
            ? null
            : $"'{number}' is not a valid phone number: E.164 is allowed, such as +14165550123.";
    }

    /// <summary>Why a Dial does not ring the number, with its code; null when it does. The account's own refusals go by the longest prefix.</summary>
    public static DocumentWarning? Refusal(string number, TrunkSettings settings)
    {
        if (Problem(number) is { } problem)
            return new DocumentWarning(IsShort(number) ? 13224 : 13223, problem);
        var refused = settings.RefusedNumbers.Where(one => number.StartsWith(one.Key, StringComparison.Ordinal)).OrderByDescending(one => one.Key.Length).ToArray();
        return refused is [var (prefix, code), ..] ? new DocumentWarning(code, $"'{number}' is not called: the account refuses {prefix} (refusedNumbers).") : null;
    }

    private static bool IsShort(string number) =>
        number.TrimStart('+') is var bare && (Short.Contains(bare) || (bare.Length == 4 && bare[0] == '1' && Short.Contains(bare[1..])));
}
