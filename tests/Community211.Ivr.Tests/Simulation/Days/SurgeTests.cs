using Community211.Ivr.Queues;
using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>The bad days: nobody is sent away, nobody is passed, whoever stays has a place.</summary>
public sealed class SurgeTests
{
    [Theory]
    [InlineData("twelvefold", 10_000)]
    [InlineData("thousand", 2_444)]
    [InlineData("one-region", 2_500)]
    public void Surge_WhoStays_IsAnsweredOrInLine(string name, int calls)
    {
        var result = OntarioDay.Play(1, surge: OntarioDay.Scenario.Surges[name]);
        Assert.InRange(result.Outcomes.Length, calls, 20_000);
        Assert.Equal(result.Outcomes.Length, result.Outcomes.Select(o => o.Caller.Call).Distinct().Count());
        Assert.Equal(0, result.Inversions);
        Assert.DoesNotContain(result.Outcomes, o => o.End is DayEnd.EndedByUs or DayEnd.InFlow);
        // Nobody hangs up in the simulation but who had enough.
        Assert.All(result.Outcomes.Where(o => o.End == DayEnd.HungUp), o => Assert.Equal(o.Caller.Patience, o.SinceCall));
        Assert.All(result.Outcomes.Where(o => o.Caller.Patience is null), o => Assert.True(o.End is DayEnd.Answered or DayEnd.AnsweredByContact or DayEnd.InLine));
    }

    /// <summary>Whom others come to help: its own people would answer a few of them only.</summary>
    [Fact]
    public void OneRegionThirtyThreefold_OthersHelpItAndStillAnswerTheirOwn()
    {
        var surge = OntarioDay.Scenario.Surges["one-region"];
        var all = new DayFigures(OntarioDay.Play(1, surge: surge).Outcomes);
        var (there, elsewhere) = (all.Of(o => o.Caller.Region == surge.Region), all.Of(o => o.Caller.Region != surge.Region));
        Assert.InRange(there.InRegion, 0, 0.3);
        Assert.InRange(elsewhere.Answered, 400, elsewhere.Offered);
    }

    [Fact]
    public void Thousand_InCrisis_AreAnsweredBeforeOthers()
    {
        var result = OntarioDay.Play(1, surge: OntarioDay.Scenario.Surges["thousand"]);
        var all = new DayFigures(result.Outcomes);
        Assert.True(all.Of(Priority.Crisis).AverageAnswer < TimeSpan.FromMinutes(2));
        Assert.True(all.Of(Priority.Crisis).LongestCrisis <= TimeSpan.FromMinutes(3) + OntarioDay.Scenario.Floor.ContactAnswer);
        Assert.True(result.MostWaiting > 500);
    }
}
