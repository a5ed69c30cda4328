using System.Collections.Immutable;

namespace Community211.Ivr.Places;

/// <summary>
/// A set of holidays. The rules are our own on NodaTime: recurrence rules of calendar files (RRULE) can say neither Easter nor "the
/// Monday before May 25".
/// </summary>
/// <param name="Id">As calendars name it, for instance <c>ontario</c>.</param>
/// <param name="All">In the order of the file.</param>
public sealed record Holidays(string Id, ImmutableArray<Holiday> All)
{
    private const int First = 1583;
    private const int Last = 9998;

    /// <summary>The holiday of a day; null when it is none. Of two on one day the first of the file.</summary>
    public Holiday? On(DateOnly day)
    {
        // A rule such as "monday before january 3" may fall into the year before its own.
        var own = day.Year;
        return own is <= First or >= Last ? null : All.FirstOrDefault(h => h.In(own) == day || h.In(own - 1) == day || h.In(own + 1) == day);
    }

    /// <summary>The holidays of a year, in order of days.</summary>
    /// <param name="year">1583, the first whole year of this calendar, to 9998.</param>
    public ImmutableArray<(DateOnly Day, Holiday Holiday)> In(int year) => [.. All.Select(h => (Day: h.In(year), h)).OrderBy(h => h.Day)];
}

/// <summary>A holiday.</summary>
/// <param name="Id">For instance <c>canada-day</c>.</param>
/// <param name="Names">Name by language id.</param>
/// <param name="Rule">On which day it is.</param>
/// <param name="Instead">Rules that take its place when it would fall on that day of the week.</param>
public sealed record Holiday(
    string Id, ImmutableDictionary<string, string> Names, HolidayRule Rule, ImmutableDictionary<DayOfWeek, HolidayRule> Instead)
{
    /// <summary>Its day in a year, 1583 to 9998.</summary>
    public DateOnly In(int year)
    {
        var day = Rule.In(year);
        return Instead.TryGetValue(day.DayOfWeek, out var other) ? other.In(year) : day;
    }

    /// <summary>The name in a language; in English, else the id, where that is not known.</summary>
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var name) || Names.TryGetValue("en", out name) ? name : Id;
}
