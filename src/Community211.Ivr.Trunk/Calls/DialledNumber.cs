namespace Community211.Ivr.Trunk.Calls;

/// <summary>Which numbers the carrier would never dial.</summary>
internal static class DialledNumber
{
    private static readonly HashSet<string> Short = ["211", "311", "411", "511", "611", "711", "811", "911", "988", "112"];

    /// <summary>A sentence, or null when the number may be dialled.</summary>
    public static string? Problem(string number)
    {
        var bare = number.TrimStart('+');
        if (Short.Contains(bare) || (bare.Length == 4 && bare[0] == '1' && Short.Contains(bare[1..])))
            return $"'{number}' is a short code of this country and is never dialled out: use the ten-digit number.";
        return number.StartsWith('+') && bare.Length is >= 8 and <= 15 && bare.All(char.IsAsciiDigit)
            ? null
            : $"'{number}' is not a valid phone number: E.164 is allowed, such as +14165550123.";
    }
}
