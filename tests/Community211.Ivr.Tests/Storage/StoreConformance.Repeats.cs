using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Token_SeenBefore_GivesTheFirstReply()
    {
        await Committed(Units.Fact(token: "answer:1", reply: "first"));

        var again = await Commit(Units.Fact(token: "answer:1", reply: "second"));
        Assert.Equal(new CommitResult(CommitOutcome.Repeated, "first", UnchangedSince: true), again);
    }

    [Fact]
    public async Task Token_SeenBeforeTheLastFact_SaysThatTheCallHasMoved()
    {
        await Committed(Units.Fact(token: "answer:1", reply: "first"));
        await Committed(Units.Fact(expected: 1, token: "status:1"));

        var again = await Commit(Units.Fact(expected: 2, token: "answer:1", reply: "second"));
        Assert.Equal(new CommitResult(CommitOutcome.Repeated, "first"), again);
    }

    [Fact]
    public async Task Token_OfAFactWithoutReply_RepeatsWithNone()
    {
        await Committed(Units.Fact(token: "status:1"));

        Assert.Equal(new CommitResult(CommitOutcome.Repeated, null, UnchangedSince: true), await Commit(Units.Fact(token: "status:1")));
    }

    [Fact]
    public async Task Token_OfAnotherCall_IsNoRepeat()
    {
        await Committed(Units.Fact("CA1", token: "answer:1"));
        await Committed(Units.Fact("CA2", token: "answer:1"));
    }

    [Fact]
    public async Task Token_None_NeverRepeats()
    {
        await Committed(Units.Fact());
        await Committed(Units.Fact(expected: 1));
    }

    [Fact]
    public async Task Repeat_WithOtherWrites_LeavesNothingBehind()
    {
        await Committed(Units.Fact(token: "answer:1"));

        await Refused(CommitOutcome.Repeated, Everything(Units.Call(token: "answer:1", expected: 1)));
    }

    [Fact]
    public async Task Conflict_WithOtherWrites_LeavesNothingBehind()
    {
        await Committed(Units.Fact());
        await Committed(Units.OfAgent("agent-9", 0));

        await Refused(CommitOutcome.Conflict, Everything(Units.Call()));
        await Refused(CommitOutcome.Conflict, Everything(Units.Call(expected: 1, secret: "1")) with
        {
            Agents = [new AgentWrite("agent-1", 0, Units.Agent()), new AgentWrite("agent-9", 0, Units.Agent("agent-9"))],
        });
    }

    [Fact]
    public async Task Stale_WithOtherWrites_LeavesNothingBehind()
    {
        await Committed(Units.Fact() with { Commands = [Units.Command("c1")], Due = [Units.Due("d1", 1)] });

        await Refused(CommitOutcome.Stale, Everything(Units.Call(expected: 1)) with { CommandDone = "c1", DueDone = "gone" });
        await Refused(CommitOutcome.Stale, Everything(Units.Call(expected: 1)) with { CommandDone = "gone", DueDone = "d1" });
    }

    [Fact]
    public async Task Outcomes_WhereSeveralFit_StaleWinsThenRepeatedThenConflict()
    {
        await Committed(Units.Fact(token: "answer:1"));
        var badAgent = new AgentWrite("nobody", 7, Units.Agent("nobody"));

        await Refused(CommitOutcome.Stale, Units.Fact(token: "answer:1") with { CommandDone = "gone", Agents = [badAgent] });
        await Refused(CommitOutcome.Repeated, Units.Fact(expected: 5, token: "answer:1") with { Agents = [badAgent] });
        await Refused(CommitOutcome.Conflict, Units.Fact(expected: 1) with { Agents = [badAgent] });
    }

    private static CommitUnit Everything(CallWrite call) => new()
    {
        Call = call,
        Entry = Units.Entry(page: 7),
        Agents = [new AgentWrite("agent-1", 0, Units.Agent(call: "CA1", offer: "offer-7"))],
        Commands = [Units.Command("c7")],
        Due = [Units.Due("d7", 7)],
    };
}
