using System.Globalization;

namespace Community211.Ivr.Places;

/// <summary>Opening hours that begin on one day: wall time from, up to but not including, until.</summary>
/// <param name="From">Minutes after midnight, 0 to 1439.</param>
/// <param name="Until">Minutes after the same midnight; above 1440 when they cross the next.</param>
public sealed record CalendarHours(int From, int Until)
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 24 * 60;

    /// <summary>Over midnight more is taken for two times written the wrong way round. 18 hours, in minutes.</summary>
    public const int LongestNight = 18 * 60;

    /// <summary>Reads <c>09:00-17:00</c>, <c>22:00-06:00</c> (over midnight) or <c>00:00-24:00</c>; null when it is nothing of the kind.</summary>
    public static CalendarHours? Read(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || Minutes(parts[0]) is not { } from || Minutes(parts[1]) is not { } until || from == Day)
            return null;
        return new CalendarHours(from, until > from ? until : until + Day);
    }

    /// <summary>Whether more than a night lies between the two times, so that they hardly mean what they say.</summary>
    public bool IsBackwards => Until > Day && Until - From > LongestNight;

    private static int? Minutes(string time)
    {
        var parts = time.Split(':');
        if (parts.Length != 2 || parts[0].Length is < 1 or > 2 || parts[1].Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > 59)
            return null;
        var all = (hours * 60) + minutes;
        return all <= Day ? all : null;
    }
}
