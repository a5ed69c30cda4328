using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;
using CsCheck;
using NodaTime;

namespace Community211.Ivr.Tests.Queues;

/// <summary>The figures, worked out by hand.</summary>
public sealed class FigureTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 4, 17, 0, 0, TimeSpan.Zero);

    private static readonly CallRecord[] Calls =
    [
        Answered(10, "toronto", "toronto", talk: 100), Answered(20, "toronto", "east", talk: 200), Answered(90, "north", "north", talk: 300),
        Answered(91, null, "north", talk: 400) with { Talks = 2, Transferred = true, RegionCorrected = true, Late = TimeSpan.FromSeconds(-30) }, Answered(200, "toronto", null, talk: 500) with { Late = TimeSpan.FromSeconds(50) },
        Without(CallOutcome.Abandoned, 9), Without(CallOutcome.Abandoned, 10), Without(CallOutcome.Abandoned, 300), Without(CallOutcome.LeftBeforeLine, 400),
        Without(CallOutcome.Outside, 5), Without(CallOutcome.CallbackAsked, 60), Without(CallOutcome.Waiting, null),
    ];

    [Fact]
    public void Of_SomeCalls_IsWhatIsWorkedOutByHand()
    {
        var figure = Figure.Of(Calls, new FigureRules());

        Assert.Equal((11, 5, 3, 1, 1, 1, 1, 1), (figure.Offered, figure.Answered, figure.Abandoned, figure.ShortAbandoned, figure.LeftBeforeLine, figure.Outside, figure.CallbacksAsked, figure.Waiting));
        Assert.Equal(TimeSpan.FromSeconds((10 + 20 + 90 + 91 + 200) / 5.0), figure.AverageWait);
        Assert.Equal(TimeSpan.FromSeconds(300), figure.LongestWait);
        Assert.Equal([2 / 7.0, 3 / 7.0], figure.Levels.Select(l => l.Share!.Value));
        Assert.Equal(TimeSpan.FromSeconds(300), figure.AverageTalk);
        Assert.Equal(2 / 3.0, figure.InRegion);
        Assert.Equal((1, 1, 1, TimeSpan.FromSeconds(40)), (figure.MovedOn, figure.Transferred, figure.RegionCorrected, figure.ForecastError));
    }

    [Fact]
    public void Of_NoCalls_HasNoSharesAndNoTimes()
    {
        var figure = Figure.Of([], new FigureRules());
        Assert.Equal((0, null, null, null, null), (figure.Offered, figure.AverageWait, figure.LongestWait, figure.InRegion, figure.Levels[0].Share));
    }

    [Fact]
    public void Table_ByInterval_GoesByTheClocksOfTheProvince()
    {
        CallRecord[] calls = [Calls[0], Calls[0] with { At = Noon.AddMinutes(29) }, Calls[0] with { At = Noon.AddMinutes(30) }];
        var table = FigureTable.Of(calls, FigureGroup.Interval, new FigureRules(), DateTimeZoneProviders.Tzdb["America/Toronto"]);
        Assert.Equal([("2027-01-04 12:00", 2), ("2027-01-04 12:30", 1)], table.Groups.Select(g => (g.Key, g.Figure.Offered)));
    }

    /// <summary>One count for the province and one for each partner: they add up.</summary>
    [Fact]
    public void Table_ByAnything_AddsUpToEverybody() =>
        Gen.Select(Gen.Int[0, Calls.Length - 1].Array[0, 40], Gen.Int[0, 4]).Sample((which, group) =>
        {
            var table = FigureTable.Of([.. which.Select(i => Calls[i])], (FigureGroup)group, new FigureRules(), DateTimeZone.Utc);
            Assert.Equal(table.All.Offered, table.Groups.Sum(g => g.Figure.Offered));
            Assert.Equal(table.All.Answered, table.Groups.Sum(g => g.Figure.Answered));
            Assert.Equal(table.All.Abandoned, table.Groups.Sum(g => g.Figure.Abandoned));
            Assert.Equal(which.Length, table.Groups.Sum(g => g.Figure.Offered + g.Figure.LeftBeforeLine));
        });

    private static CallRecord Answered(int wait, string? region, string? by, int talk) => new()
    {
        Call = "",
        At = Noon,
        Region = region,
        Language = "en",
        Outcome = CallOutcome.Answered,
        Waited = TimeSpan.FromSeconds(wait),
        AnsweredIn = by,
        Talked = TimeSpan.FromSeconds(talk),
        Talks = 1,
    };

    private static CallRecord Without(CallOutcome outcome, int? wait) => new()
    {
        Call = "",
        At = Noon,
        Priority = Priority.Urgent,
        Outcome = outcome,
        Waited = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };
}
