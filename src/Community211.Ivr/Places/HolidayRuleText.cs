using System.Globalization;

namespace Community211.Ivr.Places;

/// <summary>Reads the rules of holidays as people write them.</summary>
public static class HolidayRuleText
{
    /// <summary>The forms that are understood, for those who wrote another.</summary>
    public const string Forms =
        "Write 'january 1', 'third monday of february' (first to fourth, or last), 'monday before may 25' (or after), 'easter', or '2 days before easter' (or after).";

    private const int MostDaysFromEaster = 80;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Counts = ["last", "first", "second", "third", "fourth"];

    /// <summary>The rule; null when the text is none. A day that some years lack (February 29) is none either.</summary>
    public static HolidayRule? Read(string text) =>
        text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["easter"] => new FromEaster(0),
            [var n, "day" or "days", "before" or "after", "easter"] words when IsCount(n, out var days) => new FromEaster(words[2] == "before" ? -days : days),
            [var count, var day, "of", var month] when Array.IndexOf(Counts, count) is >= 0 and var c && Weekday(day) is { } weekday && Month(month) is { } m => new CountedWeekday(c, weekday, m),
            [var day, "before" or "after", var month, var n] words when Weekday(day) is { } weekday && Fixed(month, n) is { } of => new WeekdayBeside(weekday, words[1] == "before", of),
            [var month, var n] => Fixed(month, n),
            _ => null,
        };

    /// <summary>A day of the week by its English name; null when it is none.</summary>
    public static DayOfWeek? Weekday(string name) => name switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };

    private static int? Month(string name) => Array.IndexOf(Months, name) is >= 0 and var i ? i + 1 : null;

    // 2001 is no leap year: what it has, every year has.
    private static FixedDay? Fixed(string month, string n) =>
        Month(month) is { } m && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= DateTime.DaysInMonth(2001, m)
            ? new FixedDay(m, day)
            : null;

    private static bool IsCount(string n, out int days) =>
        int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDaysFromEaster;
}
