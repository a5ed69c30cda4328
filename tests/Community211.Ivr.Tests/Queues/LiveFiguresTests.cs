using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;
using CsCheck;
using NodaTime;

namespace Community211.Ivr.Tests.Queues;

/// <summary>The floor in figures at one moment, worked out by hand.</summary>
public sealed class LiveFiguresTests
{
    /// <summary>12:10:30 in Toronto.</summary>
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 17, 10, 30, TimeSpan.Zero);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Toronto"];

    private static readonly MatchRules Rules = new("province");

    [Fact]
    public void Of_AFloor_CountsPhasesAndWaitsOfEachLine()
    {
        var floor = new Floor(
            [Entry("CA1", "toronto", 100), Entry("CA2", "toronto", 250, Priority.Crisis), Entry("CA3", null, 10, Priority.Urgent), Entry("CA4", "toronto", 900) with { Phase = CallerPhase.Talking }],
            [
                Agent("t1", AgentPhase.Available), Agent("t2", AgentPhase.Talking), Agent("t3", AgentPhase.Joining), Agent("t4", AgentPhase.WrapUp), Agent("t5", AgentPhase.Away),
                Agent("t6", AgentPhase.Off), Agent("t7", AgentPhase.Offered),
            ]);
        var live = LiveFigures.Of(floor, [], ["toronto", "east"], Rules, Zone, Now);
        Assert.Equal(["east", "toronto", "unknown"], live.Regions.Select(r => r.Of));
        var toronto = live.Regions[1];
        Assert.Equal((2, 1, 0, 250), (toronto.Waiting, toronto.Crisis, toronto.Urgent, toronto.LongestSeconds));
        Assert.Equal((5, 1, 1, 2, 1, 1), (toronto.Staffed, toronto.Idle, toronto.Offered, toronto.Talking, toronto.WrapUp, toronto.Away));
        Assert.Equal((1, 1, 10, 0), (live.Regions[2].Waiting, live.Regions[2].Urgent, live.Regions[2].LongestSeconds, live.Regions[2].Staffed));
        Assert.Equal(("province", 3, 250, 5), (live.Province.Of, live.Province.Waiting, live.Province.LongestSeconds, live.Province.Staffed));
        // Two before CA1 in the province, 8 minutes each, five people.
        Assert.Equal(Forecast.Of(floor, Rules, Now).Values.Max(f => f.Wait), live.Province.ForeseenSeconds);
        Assert.NotNull(live.Province.ForeseenSeconds);
    }

    [Fact]
    public void Of_AnEmptyFloor_HasNoForecastAndNoShares()
    {
        var live = LiveFigures.Of(new Floor([], []), [], [], Rules, Zone, Now);
        Assert.Equal((0, 0, null, 0), (live.Province.Waiting, live.Province.LongestSeconds, live.Province.ForeseenSeconds, live.Province.Today.Figure.Offered));
        Assert.Null(live.Province.Today.Crisis[0].Share);
    }

    [Fact]
    public void Of_CallsOfTheDay_TellsTheHalfHourAndTheDayByTheProvincesClocks()
    {
        CallRecord[] calls =
        [
            Answered(Now.AddMinutes(-10), 15), Answered(Now.AddMinutes(-11), 30), Answered(Now.AddHours(-12), 200) with { Priority = Priority.Crisis }, Answered(Now.AddHours(-13), 15),
            Answered(Now.AddMinutes(-1), 10) with { Priority = Priority.Crisis },
        ];
        var province = LiveFigures.Of(new Floor([], []), calls, [], Rules, Zone, Now).Province;
        Assert.Equal((new DateTimeOffset(2027, 1, 4, 17, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 4, 5, 0, 0, TimeSpan.Zero)), (province.HalfHour.From, province.Today.From));
        Assert.Equal((2, 4), (province.HalfHour.Figure.Offered, province.Today.Figure.Offered));
        Assert.Equal([1.0, 1.0], province.HalfHour.Figure.Levels.Select(l => l.Share!.Value));
        Assert.Equal([2 / 4.0, 3 / 4.0], province.Today.Figure.Levels.Select(l => l.Share!.Value));
        Assert.Equal([1 / 2.0, 1 / 2.0], province.Today.Crisis.Select(l => l.Share!.Value));
    }

    /// <summary>One count for the province and one for each partner: they add up, whatever the floor is like.</summary>
    [Fact]
    public void Of_AnyFloor_AddsUpToTheProvince() => FloorGenerator.Floor.Sample(
        floor =>
        {
            var live = LiveFigures.Of(floor, [], [], Rules, Zone, Now);
            Assert.Equal(live.Province.Waiting, live.Regions.Sum(r => r.Waiting));
            Assert.Equal(live.Province.Crisis, live.Regions.Sum(r => r.Crisis));
            Assert.Equal(live.Province.Staffed, live.Regions.Sum(r => r.Staffed));
            Assert.Equal(live.Province.Staffed, live.Province.Idle + live.Province.Offered + live.Province.Talking + live.Province.WrapUp);
            Assert.Equal(live.Province.LongestSeconds, live.Regions.Max(r => r.LongestSeconds));
        },
        iter: 200);

    private static QueueEntry Entry(string call, string? region, int waited, Priority priority = Priority.General) => new()
    {
        Call = call,
        Phase = CallerPhase.Waiting,
        Priority = priority,
        Region = region,
        Members = [new QueueMember("province", TimeSpan.Zero, Contact: false)],
        ArrivedAt = Now.AddSeconds(-waited),
        PageAt = Now,
    };

    private static AgentState Agent(string id, AgentPhase phase) => new() { Id = id, Number = "+14165550101", Region = "toronto", Languages = ["en"], Phase = phase };

    private static CallRecord Answered(DateTimeOffset at, int wait) => new()
    {
        Call = "",
        At = at,
        Region = "toronto",
        Outcome = CallOutcome.Answered,
        Waited = TimeSpan.FromSeconds(wait),
    };
}
