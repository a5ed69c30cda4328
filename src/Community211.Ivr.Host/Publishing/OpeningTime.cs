using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Reads until when a calendar is to be open: for how long, or local time of the deployment.</summary>
internal static class OpeningTime
{
    /// <summary>Longest opening. What is needed for longer belongs into the files.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(31);

    private const string Allowed = "Allowed: for: 90m, 6h or 2d; until: \"2026-11-24 18:00\", local time; at most 31 days ahead.";
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The end; null with a sentence when it cannot be understood, or is not within 31 days from now.</summary>
    public static (DateTimeOffset? Until, string? Problem) Parse(string? length, string? until, DateTimeZone zone, DateTimeOffset now)
    {
        if (length is null == until is null)
            return (null, $"Say for how long, or until when. {Allowed}");
        var end = until is null ? now + Length(length!) : At(until, zone);
        if (end is not { } at)
            return (null, $"'{length ?? until}' is not understood. {Allowed}");
        return at <= now ? (null, $"'{length ?? until}' is over already. {Allowed}")
            : at - now > Most ? (null, $"'{length ?? until}' is too far ahead. {Allowed}")
            : (at, null);
    }

    private static TimeSpan? Length(string text) =>
        text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 100_000
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(n),
                'h' => TimeSpan.FromHours(n),
                'd' => TimeSpan.FromDays(n),
                _ => null,
            }
            : null;

    /// <summary>An hour that the clock skips is taken as the one after it, one that comes twice as the first.</summary>
    private static DateTimeOffset? At(string text, DateTimeZone zone) =>
        Local.Parse(text.Trim().Replace('T', ' ')) is { Success: true } parsed
            ? zone.AtLeniently(parsed.Value).ToDateTimeOffset().ToUniversalTime()
            : null;
}
