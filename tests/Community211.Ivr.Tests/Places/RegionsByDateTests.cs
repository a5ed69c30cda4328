using System.Collections.Immutable;
using Community211.Ivr.Places;

namespace Community211.Ivr.Tests.Places;

/// <summary>Central East ends with March 2027 and goes into Toronto; a new region begins in April.</summary>
public sealed class RegionsByDateTests
{
    private static readonly PlacesModel Places = Make();

    [Theory]
    [InlineData("2027-03-31", "central-east")]
    [InlineData("2027-04-01", "toronto")]
    public void InForce_TakenOver_IsTheOtherFromTheDayAfter(string day, string region) =>
        Assert.Equal(region, Places.InForce("central-east", Day(day))?.Id);

    [Theory]
    [InlineData("2027-03-31", null)]
    [InlineData("2027-04-01", "new")]
    public void InForce_Beginning_IsNobodyBefore(string day, string? region) => Assert.Equal(region, Places.InForce("new", Day(day))?.Id);

    [Fact]
    public void InForce_Unknown_IsNobody() => Assert.Null(Places.InForce("atlantis", Day("2027-01-01")));

    [Theory]
    [InlineData("+17055550100", "2027-03-31", "central-east")]
    [InlineData("+17055550100", "2027-04-01", "toronto")]
    [InlineData("+18005550199", "2027-04-01", null)]
    [InlineData("anonymous", "2027-04-01", null)]
    [InlineData(null, "2027-04-01", null)]
    public void ByDialled_Day(string? number, string day, string? region) => Assert.Equal(region, RegionFinder.ByDialled(Places, number, Day(day))?.Id);

    [Theory]
    [InlineData("Barrie", "2027-03-31", "central-east")]
    [InlineData("Barrie", "2027-04-01", "toronto")]
    [InlineData("Atlantis", "2027-04-01", null)]
    [InlineData(null, "2027-04-01", null)]
    public void ByCaller_Day(string? town, string day, string? region) => Assert.Equal(region, RegionFinder.ByCaller(Places, town, Day(day))?.Id);

    [Fact]
    public void DayOf_Midnight_IsTorontos()
    {
        Assert.Equal(Day("2027-03-31"), Places.DayOf(DateTimeOffset.Parse("2027-04-01T03:59:59Z", null)));
        Assert.Equal(Day("2027-04-01"), Places.DayOf(DateTimeOffset.Parse("2027-04-01T04:00:00Z", null)));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private static PlacesModel Make()
    {
        var real = RealFlow.Set.Places;
        var ending = real.Regions["central-east"] with { Until = Day("2027-03-31"), Into = "toronto" };
        var beginning = real.Regions["north"] with { Id = "new", From = Day("2027-04-01"), Dialled = ImmutableArray<string>.Empty };
        return real with { Regions = real.Regions.SetItem("central-east", ending).Add("new", beginning) };
    }
}
