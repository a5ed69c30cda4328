using Community211.Ivr.Calls.Ports;
using CsCheck;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Units_AtRandom_DoWhatTheModelDoes()
    {
        var outcomes = new HashSet<CommitOutcome>();
        await Gen.Select(UnitGenerator.Unit, Gen.Int[0, 3]).Array[1, 40].SampleAsync(
            async units =>
            {
                var model = new MemoryStore(Clock);
                var store = await Open(Clock);
                foreach (var (unit, luck) in units)
                {
                    var sent = luck == 0 ? unit : await Fitting(unit, model);
                    var expected = await model.Commit(sent, Stop);
                    outcomes.Add(expected.Outcome);
                    Assert.Equal(expected, await store.Commit(sent, Stop));
                }

                Assert.Equal(await StoreContent.Of(model, Stop), await StoreContent.Of(store, Stop));
            },
            iter: 150,
            threads: 1);

        Assert.Equal(Enum.GetValues<CommitOutcome>().Order(), outcomes.Order());
    }

    // With the right expectations, so that most units have something to add.
    private static async Task<CommitUnit> Fitting(CommitUnit unit, MemoryStore model)
    {
        var sequence = unit.Call is null ? 0 : (await model.LoadCall(unit.Call.Sid, Stop))?.Sequence ?? 0;
        var agents = unit.Agents;
        for (var i = 0; i < agents.Length; i++)
        {
            var version = (await model.LoadAgent(agents[i].Id, Stop))?.Version ?? 0;
            agents = agents.SetItem(i, agents[i] with { ExpectedVersion = version });
        }

        var open = await model.OpenCommands(10, Stop);
        var due = await model.DueBefore(DateTimeOffset.MaxValue, 1, Stop);
        return unit with
        {
            Call = unit.Call is null ? null : unit.Call with { ExpectedSequence = sequence },
            Agents = agents,
            CommandDone = unit.CommandDone is null || open.IsEmpty ? null : open[0].Key,
            DueDone = unit.DueDone is null || due.IsEmpty ? null : due[0].Key,
        };
    }
}
