using System.Globalization;

namespace Community211.Ivr.Storage;

/// <summary>
/// Times as stored: UTC, ISO 8601 with seven decimals. Exact, because a timer read a fraction early would find that nothing is due;
/// of one width, so that text order is time order; readable, because operators look into the file.
/// </summary>
internal static class Instant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
