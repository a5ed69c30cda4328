using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Agent_Written_ReadsBackWhole()
    {
        var state = Units.Agent(call: "CA1", offer: "offer-1", version: 4) with
        {
            CrisisTrained = true,
            NotBefore = Units.Start.AddTicks(7),
        };
        await Committed(new CommitUnit { Agents = [new AgentWrite("agent-1", 0, state)] });

        var stored = await Store.LoadAgent("agent-1", Stop);
        Assert.Equal(1, stored!.Version);
        Assert.Equal(Text(state), Text(stored.State));
        Assert.Equal(Text(stored), Text(Assert.Single((await Store.LoadFloor(Stop)).Agents)));
    }

    [Fact]
    public async Task Agent_Unknown_IsNull() => Assert.Null(await Store.LoadAgent("nobody", Stop));

    [Fact]
    public async Task Agent_AtTheExpectedVersion_MovesOn()
    {
        await Committed(Units.OfAgent("agent-1", 0));
        await Committed(Units.OfAgent("agent-1", 1, offer: "offer-1"));

        var stored = await Store.LoadAgent("agent-1", Stop);
        Assert.Equal((2, "offer-1"), (stored!.Version, stored.State.Offer));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Agent_AtAnotherVersion_Conflicts(long expected)
    {
        await Committed(Units.OfAgent("agent-1", 0));
        await Committed(Units.OfAgent("agent-1", 1));

        await Refused(CommitOutcome.Conflict, Units.OfAgent("agent-1", expected));
    }

    [Fact]
    public async Task Agent_UnknownAtALaterVersion_Conflicts() => await Refused(CommitOutcome.Conflict, Units.OfAgent("agent-1", 1));

    [Fact]
    public async Task Offer_HeldByAnotherAgent_Conflicts()
    {
        await Committed(Units.OfAgent("agent-1", 0, offer: "offer-1"));
        await Committed(Units.OfAgent("agent-2", 0));

        await Refused(CommitOutcome.Conflict, Units.OfAgent("agent-2", 1, offer: "offer-1"));
        await Refused(CommitOutcome.Conflict, Units.OfAgent("agent-3", 0, offer: "offer-1"));
        await Refused(CommitOutcome.Conflict, new CommitUnit
        {
            Agents =
            [
                new AgentWrite("agent-4", 0, Units.Agent("agent-4", offer: "o")),
                new AgentWrite("agent-5", 0, Units.Agent("agent-5", offer: "o")),
            ],
        });
    }

    [Fact]
    public async Task Offer_LetGo_IsFreeForAnother()
    {
        await Committed(Units.OfAgent("agent-1", 0, offer: "offer-1"));
        await Committed(Units.OfAgent("agent-1", 1));
        await Committed(Units.OfAgent("agent-2", 0, offer: "offer-1"));
    }

    [Fact]
    public async Task AgentFacts_BetweenTwoTimes_StartWithTheStateAtTheFirst()
    {
        foreach (var (id, expected) in new[] { ("a", 0), ("b", 0), ("a", 1), ("a", 2), ("b", 1), ("c", 0) })
        {
            await Committed(Units.OfAgent(id, expected));
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var facts = await Store.AgentFacts(Units.Start.AddSeconds(20), Units.Start.AddSeconds(50), Stop);
        Assert.Equal(
            [("b", 1, 10), ("a", 2, 20), ("a", 3, 30), ("b", 2, 40)],
            facts.Select(fact => (fact.State.Id, fact.State.Version, (int)(fact.At - Units.Start).TotalSeconds)));
    }

    [Fact]
    public async Task AgentFacts_OfACallsUnit_NameTheCallAndItsTime()
    {
        await Committed(new CommitUnit { Call = Units.Call(seconds: 3), Agents = [new AgentWrite("agent-1", 0, Units.Agent())] });
        Clock.Advance(TimeSpan.FromSeconds(8));
        await Committed(Units.OfAgent("agent-1", 1));

        var facts = await Store.AgentFacts(Units.Start, Units.Start.AddDays(1), Stop);
        Assert.Equal(
            [("CA1", Units.Start.AddSeconds(3)), (null, Units.Start.AddSeconds(8))], facts.Select(fact => (fact.ByCall, fact.At)));
    }
}
