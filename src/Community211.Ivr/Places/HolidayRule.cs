namespace Community211.Ivr.Places;

/// <summary>On which day of any year something is.</summary>
public abstract record HolidayRule
{
    /// <summary>The day in a year, 1583 to 9998.</summary>
    public abstract DateOnly In(int year);
}

/// <summary>The same day every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">From 1; one that every year has.</param>
public sealed record FixedDay(int Month, int Day) : HolidayRule
{
    public override DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>A day of the week, counted within a month.</summary>
/// <param name="Count">1 to 4, or 0 for the last.</param>
/// <param name="Weekday">Which day of the week.</param>
/// <param name="Month">1 to 12.</param>
public sealed record CountedWeekday(int Count, DayOfWeek Weekday, int Month) : HolidayRule
{
    public override DateOnly In(int year)
    {
        var last = new DateOnly(year, Month, DateTime.DaysInMonth(year, Month));
        if (Count == 0)
            return last.AddDays(-((last.DayOfWeek - Weekday + 7) % 7));
        var first = new DateOnly(year, Month, 1);
        return first.AddDays(((Weekday - first.DayOfWeek + 7) % 7) + (7 * (Count - 1)));
    }
}

/// <summary>The nearest such day of the week strictly before or after a day.</summary>
public sealed record WeekdayBeside(DayOfWeek Weekday, bool Before, FixedDay Of) : HolidayRule
{
    public override DateOnly In(int year)
    {
        var day = Of.In(year);
        return Before
            ? day.AddDays(-(((day.DayOfWeek - Weekday + 6) % 7) + 1))
            : day.AddDays(((Weekday - day.DayOfWeek + 6) % 7) + 1);
    }
}

/// <summary>Counted from Easter Sunday of the Western churches.</summary>
/// <param name="Days">Below 0: before it.</param>
public sealed record FromEaster(int Days) : HolidayRule
{
    /// <remarks>The Gregorian computus in the form that Meeus and Butcher give.</remarks>
    public override DateOnly In(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var moon = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (b % 4)) + (2 * (c / 4)) - moon - (c % 4)) % 7;
        var late = (a + (11 * moon) + (22 * sunday)) / 451;
        var days = moon + sunday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1).AddDays(Days);
    }
}
