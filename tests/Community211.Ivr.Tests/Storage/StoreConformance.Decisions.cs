using Community211.Ivr.Calls;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Queues;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Decision_Added_IsReadAgainAsItWas()
    {
        var decision = Made(Units.Start);
        var id = await Store.AddDecision(decision, Stop);
        Assert.Equal(CallJson.Write(decision), CallJson.Write(await Store.LoadDecision(id, Stop)));
        Assert.Null(await Store.LoadDecision(id + 1, Stop));
    }

    [Fact]
    public async Task Decisions_ThatAreOld_AreDroppedOldestFirstAndTheirNumbersNotGivenAgain()
    {
        var ids = new List<long>();
        foreach (var hours in (int[])[0, 1, 2])
            ids.Add(await Store.AddDecision(Made(Units.Start.AddHours(hours)), Stop));
        Assert.Equal(1, await Store.DropDecisions(Units.Start.AddHours(2), 1, Stop));
        Assert.Null(await Store.LoadDecision(ids[0], Stop));
        Assert.NotNull(await Store.LoadDecision(ids[1], Stop));
        Assert.Equal(2, await Store.DropDecisions(Units.Start.AddDays(1), 10, Stop));
        Assert.Equal(0, await Store.DropDecisions(Units.Start.AddDays(1), 10, Stop));
        Assert.True(await Store.AddDecision(Made(Units.Start), Stop) > ids[2]);
    }

    private static Decision Made(DateTimeOffset at)
    {
        var floor = new Floor(
            [new QueueEntry { Call = "CA1", Phase = CallerPhase.Waiting, Members = [new QueueMember(FloorGenerator.Pool, TimeSpan.Zero, Contact: false)], ArrivedAt = at, PageAt = at, PageSeconds = 30, Language = "fr" }],
            [new AgentState { Id = "toronto-1", Number = "+14165550171", Region = "toronto", Languages = ["fr"] }]);
        return Decision.Of(floor, Matcher.Plan(floor, FloorGenerator.Plain, at), FloorGenerator.Plain, "abc", at);
    }
}
