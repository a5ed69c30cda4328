namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>What a scenario's file says, and what is said of one that is wrong.</summary>
public sealed class ScenarioReaderTests
{
    [Fact]
    public void Shipped_Day_HasATenthOfItsCallsInTheBusyHour()
    {
        Assert.Equal(1444, OntarioDay.Scenario.Calls);
        Assert.Equal(144.4, OntarioDay.Scenario.CallsIn(OntarioDay.BusiestHour), 6);
        Assert.Equal(TimeSpan.FromMinutes(8), OntarioDay.Scenario.Handling);
        Assert.Equal(OntarioDay.Set.Places.Regions.Keys.Order(StringComparer.Ordinal), OntarioDay.Scenario.Regions.Select(r => r.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("day: 2027-01-12", "day: tuesday", "not-moment")]
    [InlineData("calls: 1444", "calls: many", "not-number")]
    [InlineData("hours: [12, 9,", "hours: [9,", "not-number")]
    [InlineData("regions: { toronto:", "regions: { torotno:", "unknown-region")]
    [InlineData("does: { need: \"1\" }", "does: { needs: \"1\" }", "unknown-step")]
    [InlineData("  cmn:", "  zz:", "unknown-language")]
    [InlineData("talk: 7m", "talk: seven", "not-duration")]
    [InlineData("no-answer: 2", "no-answer: 200", "not-number")]
    [InlineData("region: north", "region: nroth", "unknown-region")]
    [InlineData("wrap-up:", "wrapup:", "unknown-field")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code)
    {
        Assert.Contains(old, OntarioDay.Text, StringComparison.Ordinal);
        var (scenario, findings) = OntarioDay.Read(OntarioDay.Text.Replace(old, now, StringComparison.Ordinal));
        Assert.Null(scenario);
        Assert.Contains(findings, f => f.Code == code && f.Line > 0 && f.Remedy.Length > 0);
    }
}
