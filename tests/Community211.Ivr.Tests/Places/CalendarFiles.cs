using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Places;
using NodaTime;

namespace Community211.Ivr.Tests.Places;

/// <summary>Calendars written for one test, at home in Toronto.</summary>
internal static class CalendarFiles
{
    public static readonly DateTimeZone Toronto = DateTimeZoneProviders.Tzdb["America/Toronto"];

    public static readonly DateTimeZone Winnipeg = DateTimeZoneProviders.Tzdb["America/Winnipeg"];

    private const string AllWeek = "weekly: { monday-sunday: [\"09:00-17:00\"] }";

    /// <summary>The calendar <c>c</c> with these fields, without findings.</summary>
    public static Calendar One(string fields)
    {
        var (model, findings) = Read(fields);
        Assert.Empty(findings);
        return model.Calendars["c"];
    }

    /// <summary>The calendar <c>c</c> with these fields and all-week hours besides.</summary>
    public static Calendar AllWeekWith(string fields) => One($"{AllWeek}\n{fields}");

    /// <summary>The calendar <c>c</c>; that it says nothing about holidays is left out of the findings.</summary>
    public static (CalendarsModel Model, ImmutableArray<Finding> Findings) Read(string fields, DateOnly? today = null)
    {
        var lines = fields.Split('\n').Select(l => $"    {l}");
        var (model, findings) = Whole($"format: 1\nholidays:\n  one: {{ day: {{ on: \"july 1\", name: {{ en: \"Day\" }} }} }}\ncalendars:\n  c:\n{string.Join('\n', lines)}\n", today);
        return (model, [.. findings.Where(f => f.Code != "holiday-missed")]);
    }

    public static (CalendarsModel Model, ImmutableArray<Finding> Findings) Whole(string text, DateOnly? today = null)
    {
        var findings = new Findings();
        var model = CalendarsReader.Read(text, Toronto, findings, today);
        Assert.NotNull(model);
        return (model, findings.Sorted());
    }

    /// <summary>A moment by Toronto's wall clock; the earlier one where there are two.</summary>
    public static DateTimeOffset At(string local) => In(Toronto, local);

    public static DateTimeOffset In(DateTimeZone zone, string local) =>
        zone.AtLeniently(LocalDateTime.FromDateTime(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture))).ToDateTimeOffset();
}
