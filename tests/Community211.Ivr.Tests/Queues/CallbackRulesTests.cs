using Community211.Ivr.Queues;
using NodaTime;

namespace Community211.Ivr.Tests.Queues;

/// <summary>When somebody may be called back: never in the quiet hours where they are.</summary>
public sealed class CallbackRulesTests
{
    private static readonly DateTimeZone Toronto = DateTimeZoneProviders.Tzdb["America/Toronto"];

    [Theory]
    [InlineData("2026-11-24T19:00:00-05:00", "19:00-21:00 09:00-19:00")]
    [InlineData("2026-11-24T22:30:00-05:00", "09:00-21:00")]
    [InlineData("2026-11-24T05:00:00-05:00", "09:00-21:00")]
    [InlineData("2026-11-24T09:00:00-05:00", "09:00-21:00")]
    [InlineData("2026-10-31T20:00:00-04:00", "20:00-21:00 09:00-19:00")]
    public void Windows_OfADay_LeaveTheNightOut(string booked, string expected)
    {
        var from = DateTimeOffset.Parse(booked, System.Globalization.CultureInfo.InvariantCulture);
        var windows = new CallbackRules().Windows(from, from.AddHours(24), Toronto);
        Assert.Equal(expected, string.Join(' ', windows.Select(w => $"{Clock(w.From)}-{Clock(w.Until)}")));
    }

    [Fact]
    public void Windows_WithoutQuietHours_AreOne()
    {
        var from = DateTimeOffset.UnixEpoch;
        Assert.Equal(new CallWindow(from, from.AddHours(1)), Assert.Single(new CallbackRules { Quiet = null }.Windows(from, from.AddHours(1), Toronto)));
    }

    [Fact]
    public void Rule_BeforeTheWindow_OffersNobodyAndWakesThen()
    {
        var now = DateTimeOffset.UnixEpoch;
        var entry = new QueueEntry
        {
            Call = "CA1", Phase = CallerPhase.Waiting, ArrivedAt = now, Members = [new QueueMember("province", TimeSpan.Zero, false)],
            CallBack = [new CallWindow(now.AddHours(1), now.AddHours(2))],
        };
        var agent = new AgentState { Id = "t1", Number = "+14165550171", Region = "toronto", Languages = ["en"], IdleSince = now };
        var floor = new Floor([entry], [agent]);
        Assert.Equal(now.AddHours(1), Matcher.Plan(floor, new MatchRules("province"), now).WakeAt);
        Assert.Empty(Matcher.Plan(floor, new MatchRules("province"), now).Offers);
        Assert.Single(Matcher.Plan(floor, new MatchRules("province"), now.AddHours(1)).Offers);
        Assert.Empty(Matcher.Plan(floor, new MatchRules("province"), now.AddHours(2)).Offers);
    }

    private static string Clock(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Toronto).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
