using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Duplicates_InParallel_GiveOneStepAndOneAnswer()
    {
        await Committed(Units.Fact(token: "inbound"));

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(
            () => Commit(Units.Fact(expected: 1, token: "answer:1", reply: $"reply {i}") with { Commands = [Units.Command($"c{i}")] }),
            Stop)));

        Assert.Single(results, result => result.Outcome == CommitOutcome.Committed);
        var fact = (await Store.Facts("CA1", Stop))[1];
        Assert.Equal(
            Enumerable.Repeat(new CommitResult(CommitOutcome.Repeated, fact.Reply, UnchangedSince: true), 63),
            results.Where(result => result.Outcome != CommitOutcome.Committed));
        Assert.Equal(fact.Reply, $"reply {Assert.Single(await Store.OpenCommands(10, Stop)).Key[1..]}");
    }

    [Fact]
    public async Task Units_OfAThousandCallsInParallel_AreAllThere()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(
            () => Commit(Units.Fact($"CA{i}") with { Entry = Units.Entry($"CA{i}") }), Stop)));

        Assert.All(results, result => Assert.Equal(CommitOutcome.Committed, result.Outcome));
        Assert.Equal(1000, (await Store.LiveCalls(Stop)).Length);
        Assert.Equal(1000, (await Store.LoadFloor(Stop)).Entries.Length);
    }

    [Fact]
    public async Task Agent_TakenByManyInParallel_GoesToOne()
    {
        await Committed(Units.OfAgent("agent-1", 0));

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(
            () => Commit(Units.OfAgent("agent-1", 1, offer: $"o{i}", call: $"CA{i}") with { Call = Units.Call($"CA{i}") }),
            Stop)));

        Assert.Single(results, result => result.Outcome == CommitOutcome.Committed);
        Assert.Equal(63, results.Count(result => result.Outcome == CommitOutcome.Conflict));
        Assert.Equal((await Store.LiveCalls(Stop))[0], (await Store.LoadAgent("agent-1", Stop))!.State.Call);
    }

    [Fact]
    public async Task Floor_ReadWhileItChanges_IsOneMoment()
    {
        await Committed(Step(0));
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; i <= 200; i++)
                    await Committed(Step(i));
            },
            Stop);

        do
        {
            var floor = await Store.LoadFloor(Stop);
            Assert.Equal(floor.Agents[0].State.Version, floor.Entries[0].PageSeconds);
        }
        while (!writing.IsCompleted);
        await writing;

        static CommitUnit Step(int i) => new()
        {
            Entry = Units.Entry(page: i),
            Agents = [new AgentWrite("agent-1", i, Units.Agent(version: i))],
        };
    }

    [Fact]
    public async Task Commit_CancelledBefore_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Commit(Units.Fact(), new CancellationToken(canceled: true)));

        Assert.Empty(await Store.Calls(10, Stop));
    }
}
