using Community211.Ivr.Queues;
using Community211.Ivr.Simulation;
using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>Who is on duty where and when.</summary>
public sealed class SeatPlanTests
{
    private static readonly SeatPlan Plan = SeatPlan.Pooled(OntarioDay.Scenario);

    [Fact]
    public void Pooled_EachHour_IsWhatErlangCAsksFor()
    {
        var talk = OntarioDay.Scenario.Handling;
        for (var hour = 0; hour < 24; hour++)
            Assert.Equal(Erlang.AgentsFor(OntarioDay.Scenario.CallsIn(hour) * talk.TotalHours, talk, 0.8, TimeSpan.FromSeconds(90)), Plan.In(hour));
    }

    [Fact]
    public void Spread_ByLargestRemainder_GivesEachRegionItsShareWithinOne() =>
        Assert.All(OntarioDay.Scenario.Regions, r => Assert.InRange(Plan.Of[r.Value][OntarioDay.BusiestHour] - (23 * r.Weight / 100.0), -1, 1));

    [Fact]
    public void Seats_OfEveryHour_AreThosePlanned()
    {
        var seats = Plan.Seats(OntarioDay.Scenario, OntarioDay.Set, OntarioDay.Start);
        for (var hour = 0; hour < 24; hour++)
            Assert.Equal(Plan.In(hour), seats.Count(s => s.OnDuty[hour]));
        Assert.Equal(seats.Length, seats.Select(s => s.Agent.Id).Distinct().Count());
        Assert.All(seats, s => Assert.Equal(AgentPhase.Off, s.Agent.Phase));
    }
}
