using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Who may answer whom: kinds of contacts by the caller's area, regions by the day.</summary>
public sealed class QueueMembersTests
{
    private const string Line = "queue: { region: 0s, province: 0s, distress: 3m }";
    private static readonly DateOnly Day = new(2027, 1, 4);

    [Theory]
    [InlineData("toronto", "distress-toronto")]
    [InlineData("north", "distress-north")]
    [InlineData(null, "distress-centre")]
    public void MembersFor_Kind_IsTheCallersAreasOwn(string? region, string contact)
    {
        var step = Step("queue: { region: 0s, distress: 3m }");
        var member = Assert.Single(step.MembersFor(MembersAt.Of(region, Ontario.Set.Places, Day)), m => m.Contact);
        Assert.Equal(new QueueMember(contact, TimeSpan.FromMinutes(3), true), member);
    }

    [Fact]
    public void MembersFor_KindAndItsContact_KeepsTheEarlier()
    {
        var step = Step("queue: { region: 0s, distress-toronto: 2m, distress: 3m }");
        Assert.Equal(TimeSpan.FromMinutes(2), Assert.Single(step.MembersFor(MembersAt.Of("toronto", Ontario.Set.Places, Day)), m => m.Contact).From);
    }

    [Fact]
    public void MembersFor_RegionTakenOver_IsTheOneThatAnswersNow()
    {
        var step = Step("queue: { dufferin-peel: 0s, province: 60s }");
        var places = Ontario.Set.Places;
        var ended = places with { Regions = places.Regions.SetItem("dufferin-peel", places.Regions["dufferin-peel"] with { Until = Day, Into = "toronto" }) };
        Assert.Equal(["dufferin-peel", "province"], step.MembersFor(MembersAt.Of(null, ended, Day)).Select(m => m.Who));
        Assert.Equal(["toronto", "province"], step.MembersFor(MembersAt.Of(null, ended, Day.AddDays(1))).Select(m => m.Who));
        Assert.Equal(["province"], step.MembersFor(MembersAt.Of(null, places, new DateOnly(2011, 1, 1))).Select(m => m.Who));
    }

    [Fact]
    public void Load_KindThatNobodyHasForTheWholeProvince_IsAFinding() =>
        BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", Line, "queue: { region: 0s, shelter: 3m }"), "kind-without-province", "ontario.yaml", "    queue: { region: 0s, shelter");

    [Fact]
    public void Load_KindThatSaysNothing_IsNoMember() =>
        BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", Line, "queue: { region: 0s, other: 3m }"), "unknown-queue", "ontario.yaml", "    queue: { region: 0s, other");

    private static QueueStep Step(string queue) => (QueueStep)BrokenFiles.Step(Line, queue, "crisis");
}
