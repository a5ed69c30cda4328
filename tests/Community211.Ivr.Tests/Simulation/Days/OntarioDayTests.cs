using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>An ordinary day: what seven centres that help each other need, and what they would need alone.</summary>
public sealed class OntarioDayTests
{
    private const int Days = 10;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(90);

    private static readonly Lazy<(DayFigures All, int Inversions)> Together = new(() => OntarioDay.Days(Days));

    [Fact]
    public void Seats_OfTheBusyHour_AreTwentyThreeTogetherAndThirtyFiveAlone()
    {
        Assert.Equal(23, SeatPlan.Pooled(OntarioDay.Scenario).In(OntarioDay.BusiestHour));
        Assert.Equal(35, SeatPlan.Alone(OntarioDay.Scenario).In(OntarioDay.BusiestHour));
    }

    [Fact]
    public void Together_WithTheSeatsOfErlangC_AnswersFourOfFiveWithinNinetySeconds()
    {
        Assert.InRange(Together.Value.All.Level(Within), 0.8, 1);
        Assert.InRange(Together.Value.All.LevelSinceCall(Within), 0.8, 1);
        Assert.InRange(Together.Value.All.OfHour(OntarioDay.Start, OntarioDay.BusiestHour).Level(Within), 0.8, 1);
    }

    [Fact]
    public void Together_InCrisis_NineteenOfTwentyAreAnsweredWithinTwentySecondsAndAllWithinThreeMinutes()
    {
        Assert.InRange(Together.Value.All.InCrisis, 300, 600);
        Assert.InRange(Together.Value.All.CrisisLevel(Soon), 0.95, 1);
        Assert.InRange(Together.Value.All.LongestCrisis, TimeSpan.Zero, TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Together_LosesFewerThanOneInTenAndPassesNobody()
    {
        Assert.InRange(Together.Value.All.HungUp, 0, 0.1);
        Assert.Equal((0, 0, 0), (Together.Value.All.EndedByUs, Together.Value.All.InLine, Together.Value.Inversions));
    }

    /// <summary>What keeping one agent for crisis is there for: without it too many of them wait until somebody's talk is over.</summary>
    [Fact]
    public void Together_NobodyKeptForCrisis_AnswersCrisisTooLate()
    {
        var none = OntarioDay.Days(Days, set: OntarioDay.Set with { Queues = OntarioDay.Set.Queues with { CrisisReserve = 0 } }).All;
        Assert.InRange(none.CrisisLevel(Soon), 0, 0.9);
    }

    [Fact]
    public void Alone_WithAsManySeats_IsFarWorseAndNeedsAThirdMoreForTheSame()
    {
        var (scenario, set) = (Alone.Of(OntarioDay.Scenario), Alone.Of(OntarioDay.Set));
        var asMany = OntarioDay.Days(Days, SeatPlan.Pooled(scenario), scenario, set);
        Assert.InRange(Together.Value.All.Level(Within) - asMany.All.Level(Within), 0.15, 1);
        Assert.True(asMany.All.HungUp > 2 * Together.Value.All.HungUp);
        var more = OntarioDay.Days(Days, SeatPlan.Alone(scenario), scenario, set);
        Assert.InRange(more.All.Level(Within), 0.8, 1);
        Assert.Equal((0, 0), (asMany.Inversions, more.Inversions));
        Assert.Equal(1, more.All.InRegion);
    }

    [Fact]
    public void SameSeed_IsTheSameDay() =>
        Assert.Equal(OntarioDay.Play(3).Outcomes.Select(o => (o.Caller.Call, o.End, o.At, o.By?.Id)), OntarioDay.Play(3).Outcomes.Select(o => (o.Caller.Call, o.End, o.At, o.By?.Id)));
}
