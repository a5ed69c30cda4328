using Community211.Ivr.Files;

namespace Community211.Ivr.Tests.Places;

/// <summary>Mistakes in calendars and what is said of them. The fields of the calendar begin on line 6.</summary>
public sealed class CalendarsReaderTests
{
    private const string Week = "weekly: { monday-sunday: [] }";

    [Theory]
    [InlineData("weekly: { monday-friday: [], sunday: [] }", "calendar-gap", "saturday: []")]
    [InlineData("weekly: { monday-sunday: [], sunday: [] }", "day-twice", "once")]
    [InlineData("weekly: { monday-sunday: [], sundey: [] }", "unknown-day", "sunday")]
    [InlineData("weekly: { monday-sunday: [\"9 to 5\"] }", "not-hours", "09:00-17:00")]
    [InlineData("weekly: { monday-sunday: [\"09:00-24:30\"] }", "not-hours", "00:00-24:00")]
    [InlineData("weekly: { monday-sunday: [\"24:00-06:00\"] }", "not-hours", "22:00-06:00")]
    [InlineData("weekly: { monday-sunday: [\"20:00-19:00\"] }", "hours-backwards", "earlier")]
    [InlineData("weekly: { monday-sunday: [\"09:00-09:00\"] }", "hours-backwards", "earlier")]
    [InlineData("weekly: { monday-sunday: [\"09:00-12:00\", \"11:00-13:00\"] }", "hours-overlap", "one range")]
    [InlineData(Week + "\nzone: America/Torronto", "unknown-zone", "America/Toronto")]
    [InlineData(Week + "\nholidays: { oen: [] }", "unknown-holidays", "one")]
    [InlineData(Week + "\nopened-by: boss", "unknown-opener", "staff")]
    [InlineData(Week + "\nexceptions: { 24.12.2027: [] }", "not-day", "2026-12-24")]
    [InlineData(Week + "\nexceptions: { 2027-02-29: [] }", "not-day", "2026-12-24")]
    [InlineData(Week + "\nexceptions: { \"2027-12-24 to 2027-12-23\": [] }", "until-before-from", "earlier")]
    [InlineData(Week + "\nexceptions: { 2027-12-24: [], \"2027-12-23 to 2027-12-25\": [] }", "day-twice", "one")]
    [InlineData("opened-by: staff\nexceptions: { 2027-12-24: [] }", "calendar-without-weekly", "weekly")]
    [InlineData("zone: caller", "missing-field", "weekly")]
    [InlineData(Week + "\nhoildays: { one: [] }", "unknown-field", "holidays")]
    public void Read_Mistake_IsAFindingWithPlaceAndRemedy(string fields, string code, string remedy)
    {
        var finding = Assert.Single(CalendarFiles.Read(fields).Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(remedy, finding.Remedy);
        Assert.Equal("calendars.yaml", finding.File);
        Assert.True(finding is { Line: >= 6, Column: > 4 });
    }

    [Fact]
    public void Read_ExceptionThatIsOver_IsAWarningOnlyWhenTodayIsKnown()
    {
        const string Fields = Week + "\nexceptions: { 2027-12-24: [], \"2027-12-27 to 2028-01-03\": [] }";
        Assert.Empty(CalendarFiles.Read(Fields).Findings);
        var finding = Assert.Single(CalendarFiles.Read(Fields, new DateOnly(2028, 1, 3)).Findings);
        Assert.Equal(("exception-past", Severity.Warning, 7), (finding.Code, finding.Severity, finding.Line));
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllFound()
    {
        var findings = CalendarFiles.Read("weekly: { monday: [\"x\"], tuesday: [\"y\"] }\nzone: nowhere").Findings;
        Assert.Equal(["calendar-gap", "not-hours", "not-hours", "unknown-zone"], findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_NoYaml_IsNothingAndAFinding()
    {
        var findings = new Findings();
        Assert.Null(Ivr.Places.CalendarsReader.Read("- a\n", CalendarFiles.Toronto, findings));
        Assert.True(findings.HasErrors);
    }
}
