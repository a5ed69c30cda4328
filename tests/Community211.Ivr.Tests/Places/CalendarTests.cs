using CsCheck;
using static Community211.Ivr.Tests.Places.CalendarFiles;

namespace Community211.Ivr.Tests.Places;

/// <summary>When a calendar is open. The clock jumps forward on 2027-03-14 at 02:00, back on 2027-11-07 at 02:00.</summary>
public sealed class CalendarTests
{
    private const string Night = "weekly: { monday-sunday: [\"22:00-06:00\"] }";

    [Theory]
    [InlineData("2027-06-30T08:59:59", false)]
    [InlineData("2027-06-30T09:00:00", true)]
    [InlineData("2027-06-30T16:59:59", true)]
    [InlineData("2027-06-30T17:00:00", false)]
    [InlineData("2027-07-01T12:00:00", false)]
    [InlineData("2027-12-24T11:59:00", true)]
    [InlineData("2027-12-24T12:00:00", false)]
    [InlineData("2027-12-31T12:00:00", false)]
    [InlineData("2028-01-03T12:00:00", false)]
    [InlineData("2028-01-04T12:00:00", true)]
    public void IsOpen_HolidaysAndExceptions_GoBeforeTheWeek(string local, bool open)
    {
        var calendar = AllWeekWith("holidays: { one: [] }\nexceptions: { 2027-12-24: [\"09:00-12:00\"], \"2027-12-31 to 2028-01-03\": closed }");
        Assert.Equal(open, calendar.IsOpen(At(local), Winnipeg, []));
    }

    [Fact]
    public void IsOpen_ExceptionOnAHoliday_Wins() =>
        Assert.True(AllWeekWith("holidays: { one: [] }\nexceptions: { 2027-07-01: [\"09:00-12:00\"] }").IsOpen(At("2027-07-01T10:00"), Winnipeg, []));

    [Fact]
    public void IsOpen_ZoneOfTheCaller_GoesByTheCallersClock()
    {
        var calendar = AllWeekWith("zone: caller");
        Assert.False(calendar.IsOpen(At("2027-06-30T09:30"), Winnipeg, []));
        Assert.True(calendar.IsOpen(At("2027-06-30T09:30"), Toronto, []));
        Assert.True(calendar.IsOpen(At("2027-06-30T17:30"), Winnipeg, []));
        Assert.True(AllWeekWith("zone: America/Winnipeg").IsOpen(At("2027-06-30T17:30"), Toronto, []));
    }

    [Theory]
    [InlineData("2027-06-30T22:00", true)]
    [InlineData("2027-07-01T05:59", true)]
    [InlineData("2027-07-01T06:00", false)]
    [InlineData("2027-07-01T22:00", false)]
    [InlineData("2027-07-02T05:00", false)]
    [InlineData("2027-07-02T22:00", true)]
    public void IsOpen_OverMidnight_BelongsToTheDayItBeginsOn(string local, bool open) =>
        Assert.Equal(open, One($"{Night}\nholidays: {{ one: [] }}").IsOpen(At(local), Toronto, []));

    [Theory]
    [InlineData("03:00-05:00", "2027-03-14T06:59Z", false)]
    [InlineData("02:30-05:00", "2027-03-14T06:59Z", false)] // 01:59
    [InlineData("02:30-05:00", "2027-03-14T07:00Z", true)]  // 03:00: 02:30 never was
    [InlineData("01:00-02:30", "2027-03-14T06:59Z", true)]
    [InlineData("01:00-02:30", "2027-03-14T07:00Z", false)]
    [InlineData("02:10-02:40", "2027-03-14T07:00Z", false)]
    [InlineData("00:00-01:30", "2027-11-07T05:30Z", true)]  // 01:30, the first of two
    [InlineData("00:00-01:30", "2027-11-07T06:29Z", true)]
    [InlineData("00:00-01:30", "2027-11-07T06:30Z", false)] // the second
    [InlineData("01:30-05:00", "2027-11-07T05:29Z", false)]
    [InlineData("01:30-05:00", "2027-11-07T05:30Z", true)]
    [InlineData("01:30-05:00", "2027-11-07T06:00Z", true)]  // 01:00 again: still open
    public void IsOpen_ClockJumps_ClosesAndOpensOnlyOnce(string hours, string moment, bool open) =>
        Assert.Equal(open, One($"weekly: {{ monday-sunday: [\"{hours}\"] }}").IsOpen(DateTimeOffset.Parse(moment, null), Toronto, []));

    [Fact]
    public void IsOpen_AllDay_NeverCloses()
    {
        var calendar = One("weekly: { monday-sunday: [\"00:00-24:00\"] }");
        Gen.Int[0, 3 * 365 * 24 * 60].Sample(m => Assert.True(calendar.IsOpen(At("2027-01-01T00:00").AddMinutes(m), Toronto, [])));
        Assert.Null(calendar.NextChange(At("2027-01-01T00:00"), Toronto, []));
    }

    [Fact]
    public void IsOpen_ByStaff_OnlyWhenTheySaySo()
    {
        var surge = One("opened-by: staff");
        Assert.True(surge.OpenedByStaff);
        Assert.False(surge.IsOpen(At("2027-06-30T12:00"), Toronto, []));
        Assert.False(surge.IsOpen(At("2027-06-30T12:00"), Toronto, ["other"]));
        Assert.True(surge.IsOpen(At("2027-06-30T12:00"), Toronto, ["c"]));
        Assert.Null(surge.NextChange(At("2027-06-30T12:00"), Toronto, ["c"]));
        var both = AllWeekWith("opened-by: staff");
        Assert.True(both.IsOpen(At("2027-06-30T12:00"), Toronto, ["c"]));
        Assert.False(both.IsOpen(At("2027-06-30T08:00"), Toronto, ["c"]));
        Assert.False(both.IsOpen(At("2027-06-30T12:00"), Toronto, []));
        Assert.Null(both.NextChange(At("2027-06-30T12:00"), Toronto, []));
        Assert.Equal(At("2027-06-30T17:00"), both.NextChange(At("2027-06-30T12:00"), Toronto, ["c"]));
    }

    [Fact]
    public void IsOpen_OpenedWithoutStaffsWord_ChangesNothing() => Assert.False(AllWeekWith("").IsOpen(At("2027-06-30T08:00"), Toronto, ["c"]));

    [Theory]
    [InlineData("weekly: { monday-friday: [\"09:00-17:00\"], saturday-sunday: [] }", "2027-06-25T18:00", "2027-06-28T09:00")]
    [InlineData("weekly: { monday-sunday: [\"09:00-12:00\", \"12:00-17:00\"] }", "2027-06-25T10:00", "2027-06-25T17:00")]
    [InlineData("weekly: { monday-saturday: [\"00:00-24:00\"], sunday: [\"00:00-18:00\"] }", "2027-06-28T00:00", "2027-07-04T18:00")]
    [InlineData(Night, "2027-06-25T23:00", "2027-06-26T06:00")]
    [InlineData("weekly: { monday-sunday: [] }\nexceptions: { 2028-06-01: [\"10:00-11:00\"] }", "2027-06-25T10:00", "2028-06-01T10:00")]
    public void NextChange_FromAMoment_IsTheNextEdge(string fields, string from, string next) =>
        Assert.Equal(At(next), One(fields).NextChange(At(from), Toronto, []));

    [Fact]
    public void NextChange_BeyondTheHorizon_IsNone() =>
        Assert.Null(One("weekly: { monday-sunday: [] }\nexceptions: { 2029-06-01: [\"10:00-11:00\"] }").NextChange(At("2027-06-25T10:00"), Toronto, []));

    [Fact]
    public void NextChange_AnyMoment_IsWhereTheAnswerChangesFirst()
    {
        var calendar = One("weekly: { monday-friday: [\"00:15-01:45\", \"09:00-17:00\"], saturday: [\"22:00-02:30\"], sunday: closed }\nholidays: { one: [\"10:00-11:00\"] }");
        Gen.Int[0, 2 * 365 * 24 * 4].Sample(quarters =>
        {
            var from = At("2026-06-01T00:00").AddMinutes(15 * quarters);
            var open = calendar.IsOpen(from, Toronto, []);
            var next = calendar.NextChange(from, Toronto, []);
            Assert.NotNull(next);
            Assert.NotEqual(open, calendar.IsOpen(next.Value, Toronto, []));
            for (var at = from; at < next; at = at.AddMinutes(15))
                Assert.Equal(open, calendar.IsOpen(at, Toronto, []));
        }, iter: 200);
    }

    [Fact]
    public void IsOpen_ShippedCallbackHours_KnowTheHolidaysAndBothZones()
    {
        var calendars = RealFlow.Set.Calendars;
        Assert.True(calendars.IsOpen("callback-hours", At("2027-07-02T09:00"), Toronto, ["callback-hours"]));
        Assert.False(calendars.IsOpen("callback-hours", At("2027-07-02T09:00"), Winnipeg, ["callback-hours"]));
        Assert.False(calendars.IsOpen("callback-hours", At("2027-07-01T12:00"), Toronto, ["callback-hours"]));
        Assert.False(calendars.IsOpen("surge", At("2027-07-02T12:00"), Toronto, []));
        Assert.True(calendars.IsOpen("surge", At("2027-07-02T12:00"), Toronto, ["surge"]));
        Assert.False(calendars.IsOpen("nowhere", At("2027-07-02T12:00"), Toronto, ["nowhere"]));
    }
}
