using System.Globalization;
using NodaTime;

namespace Community211.Ivr.Host.Commands;

/// <summary>A time as people type it: <c>2026-11-24 10:00</c>, by the clocks of the flow's places, or with its own zone.</summary>
internal static class LocalTime
{
    private static readonly string[] Local = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK"];

    /// <exception cref="BadArgument">It is no time.</exception>
    public static DateTimeOffset Read(string text, string option, DateTimeZone zone)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset();
        return DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new BadArgument($"{option}: '{text}' is no time. Write it as \"2026-11-24 10:00\", or with its zone as 2026-11-24T10:00:00-05:00.");
    }
}
