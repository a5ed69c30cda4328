using Community211.Ivr.Files;
using Community211.Ivr.Places;
using CsCheck;

namespace Community211.Ivr.Tests.Places;

/// <summary>Ontario's nine public holidays, as the file that ships has them, and rules in general.</summary>
public sealed class CalendarHolidaysTests
{
    private static readonly Holidays Ontario = RealFlow.Set.Calendars.Holidays["ontario"];

    /// <summary>Family Day, Good Friday, Victoria Day, Canada Day, Labour Day and Thanksgiving as published; the others stand still.</summary>
    [Theory]
    [InlineData(2024, "02-19 03-29 05-20 07-01 09-02 10-14")]
    [InlineData(2025, "02-17 04-18 05-19 07-01 09-01 10-13")]
    [InlineData(2026, "02-16 04-03 05-18 07-01 09-07 10-12")]
    [InlineData(2027, "02-15 03-26 05-24 07-01 09-06 10-11")]
    [InlineData(2028, "02-21 04-14 05-22 07-01 09-04 10-09")]
    [InlineData(2029, "02-19 03-30 05-21 07-02 09-03 10-08")]
    [InlineData(2030, "02-18 04-19 05-20 07-01 09-02 10-14")]
    [InlineData(2031, "02-17 04-11 05-19 07-01 09-01 10-13")]
    [InlineData(2032, "02-16 03-26 05-24 07-01 09-06 10-11")]
    public void In_PublishedYears_AreThePublishedDays(int year, string moving)
    {
        var days = Ontario.In(year).Select(h => h.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([.. $"01-01 {moving} 12-25 12-26".Split(' ')], days);
    }

    [Fact]
    public void In_AnyYear_HasNineOnTheirWeekdays() => Gen.Int[1990, 2100].Sample(year =>
    {
        var all = Ontario.In(year).ToDictionary(h => h.Holiday.Id, h => h.Day, StringComparer.Ordinal);
        Assert.Equal(9, all.Values.Distinct().Count());
        Assert.All(all.Values, d => Assert.Equal(year, d.Year));
        Assert.All(["family-day", "victoria-day", "labour-day", "thanksgiving"], id => Assert.Equal(DayOfWeek.Monday, all[id].DayOfWeek));
        Assert.Equal(DayOfWeek.Friday, all["good-friday"].DayOfWeek);
        Assert.InRange(all["good-friday"], new DateOnly(year, 3, 20), new DateOnly(year, 4, 23));
        Assert.InRange(all["victoria-day"].Day, 18, 24);
        Assert.NotEqual(DayOfWeek.Sunday, all["canada-day"].DayOfWeek);
        Assert.All(all, h => Assert.Equal(h.Key, Ontario.On(h.Value)?.Id));
    });

    [Fact]
    public void On_Names_AreInBothLanguages()
    {
        Assert.Equal("Good Friday", Ontario.On(new(2027, 3, 26))?.NameIn("en"));
        Assert.Equal("Vendredi saint", Ontario.On(new(2027, 3, 26))?.NameIn("fr"));
        Assert.Null(Ontario.On(new(2027, 3, 27)));
        Assert.Null(Ontario.On(DateOnly.MinValue));
        Assert.Null(Ontario.On(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("easter", "2027-03-28")]
    [InlineData("1 day after easter", "2027-03-29")]
    [InlineData("Last Monday of May", "2027-05-31")]
    [InlineData("fourth sunday of february", "2027-02-28")]
    [InlineData("monday after may 24", "2027-05-31")]
    [InlineData("monday before may 24", "2027-05-17")]
    [InlineData("december 31", "2027-12-31")]
    public void Read_KnownForms_AreUnderstood(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), HolidayRuleText.Read(text)?.In(2027));

    [Theory]
    [InlineData("february 29")]
    [InlineData("july 0")]
    [InlineData("july first")]
    [InlineData("fifth monday of may")]
    [InlineData("monday of may")]
    [InlineData("0 days before easter")]
    [InlineData("99 days after easter")]
    [InlineData("")]
    public void Read_OtherText_IsNoRule(string text) => Assert.Null(HolidayRuleText.Read(text));

    [Fact]
    public void On_RuleThatReachesIntoTheYearBefore_IsFoundThere()
    {
        var text = "format: 1\nholidays: { s: { h: { on: \"monday before january 3\", name: { en: \"H\" } } } }\ncalendars: {}\n";
        var (model, findings) = CalendarFiles.Whole(text);
        Assert.Empty(findings);
        Assert.Equal("h", model.Holidays["s"].On(new(2026, 12, 28))?.Id);
    }

    [Fact]
    public void Read_RuleOfAnyWords_NeverThrows()
    {
        string[] known = ["first", "last", "monday", "of", "may", "25", "easter", "days", "before", "if-sunday", "2", "-1", "99999999999"];
        Gen.OneOf(Gen.Int[0, known.Length - 1].Select(i => known[i]), Gen.String).Array[0, 6].Select(w => string.Join(' ', w)).Sample(text =>
        {
            var rule = HolidayRuleText.Read(text);
            Assert.True(rule is null || rule.In(2027).Year is >= 2026 and <= 2028);
        });
    }

    [Theory]
    [InlineData("monday-sunday: [\"09:00-17:00\"] }", "holiday-missed")]
    [InlineData("monday-sunday: [\"00:00-24:00\"] }", null)]
    [InlineData("monday-sunday: [\"09:00-17:00\"] }, holidays: none", null)]
    [InlineData("monday-sunday: [\"09:00-17:00\"] }, holidays: { s: [] }", null)]
    public void Read_HoursWithoutHolidays_ArePointedOutUnlessMeant(string fields, string? code)
    {
        var (_, findings) = CalendarFiles.Whole($"format: 1\nholidays: {{ s: {{ h: {{ on: \"july 1\", name: {{ en: \"H\" }} }} }} }}\ncalendars: {{ c: {{ weekly: {{ {fields} }} }}\n");
        Assert.Equal(code, findings.Select(f => f.Code).SingleOrDefault());
        Assert.All(findings, f => Assert.Equal((Severity.Warning, 3), (f.Severity, f.Line)));
    }

    [Fact]
    public void Read_RuleNotUnderstood_NamesTheForms()
    {
        var findings = new Findings();
        CalendarsReader.Read("format: 1\nholidays:\n  s:\n    h: { on: \"some day\", name: { en: \"H\" } }\ncalendars: {}\n", CalendarFiles.Toronto, findings);
        var finding = Assert.Single(findings.Sorted());
        Assert.Equal(("unknown-holiday-rule", 4), (finding.Code, finding.Line));
        Assert.Contains("2 days before easter", finding.Remedy);
    }
}
