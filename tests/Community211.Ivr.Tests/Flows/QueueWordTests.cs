using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Flows;

public sealed class QueueWordTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);

    [Fact]
    public void Read_Complete_GivesMembersInOrder()
    {
        var step = (QueueStep)Ontario.Set.Flow.Steps["crisis"];
        Assert.Equal(
            [new QueueMember("region", TimeSpan.Zero, false), new QueueMember("province", TimeSpan.Zero, false), new QueueMember("distress", TimeSpan.FromMinutes(3), true)],
            step.Members);
        Assert.Equal((Priority.Crisis, null, "goodbye"), (step.Priority, step.Meanwhile, step.Finished));
    }

    [Fact]
    public void MembersFor_RegionAndProvince_KeepsTheEarlierTime()
    {
        var step = (QueueStep)Ontario.Set.Flow.Steps["person"];
        Assert.Equal([new QueueMember("toronto", TimeSpan.Zero, false), new QueueMember("province", TimeSpan.FromSeconds(60), false)], step.MembersFor(MembersAt.Of("toronto", Ontario.Set.Places, Day)));
        Assert.Equal([new QueueMember("province", TimeSpan.Zero, false)], step.MembersFor(MembersAt.Of(null, Ontario.Set.Places, Day)));
    }

    [Theory]
    [InlineData("queue: { region: 0s, province: 60s }", "queue: { region: 0s, provicne: 60s }", "unknown-queue", "province")]
    [InlineData("distress: 3m", "distres: 3m", "unknown-queue", "distress")]
    [InlineData("province: 60s", "province: soon", "not-duration", "8s")]
    [InlineData("province: 60s", "province: -1s", "not-duration", "8s")]
    [InlineData("queue: { region: 0s, province: 60s }", "queue: {}", "queue-empty", "region")]
    [InlineData("queue: { region: 0s, province: 60s }", "queue: { distress-centre: 0s }", "queue-contacts-only", "province")]
    [InlineData("priority: crisis", "priority: high", "unknown-priority", "crisis")]
    [InlineData("finished: survey", "finished: keep-waiting", "keep-waiting-outside", "")]
    [InlineData("meanwhile: surge", "meanwhile: surgee", "unknown-step", "surge")]
    public void Read_Broken_IsAFindingWithARemedy(string old, string now, string code, string remedy)
    {
        var finding = BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", old, now), code, "ontario.yaml");
        Assert.Contains(remedy, finding.Remedy);
        Assert.True(finding.Line > 0);
    }
}
