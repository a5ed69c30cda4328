using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Call_FirstFact_IsStored()
    {
        await Committed(Units.Fact(reply: "<Response/>", token: "inbound"));

        var call = await Store.LoadCall("CA1", Stop);
        Assert.Equal((1, """{"after":1}"""), (call!.Sequence, call.Snapshot));
        Assert.Empty(call.Agents);
        var fact = Assert.Single(await Store.Facts("CA1", Stop));
        Assert.Equal(new StoredFact(1, Units.Start, "inbound", """{"event":0}""", "<Response/>", null), fact);
    }

    [Fact]
    public async Task Call_NextFacts_CountUpAndReplaceTheSnapshot()
    {
        for (var sequence = 0; sequence < 3; sequence++)
            await Committed(Units.Fact(expected: sequence));

        var call = await Store.LoadCall("CA1", Stop);
        Assert.Equal((3, """{"after":3}"""), (call!.Sequence, call.Snapshot));
        Assert.Equal([1, 2, 3], (await Store.Facts("CA1", Stop)).Select(fact => fact.Sequence));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task Call_AtAnotherSequence_Conflicts(long expected)
    {
        await Committed(Units.Fact());
        await Committed(Units.Fact(expected: 1));

        await Refused(CommitOutcome.Conflict, Units.Fact(expected: expected, token: "late"));
    }

    [Fact]
    public async Task Call_UnknownAtALaterSequence_Conflicts() => await Refused(CommitOutcome.Conflict, Units.Fact(expected: 1));

    [Fact]
    public async Task Call_Unknown_HasNothing()
    {
        Assert.Null(await Store.LoadCall("CA-unknown", Stop));
        Assert.Empty(await Store.Facts("CA-unknown", Stop));
    }

    [Fact]
    public async Task Call_Ended_StaysAsATombstone()
    {
        await Committed(Units.Fact(token: "inbound", reply: "hello"));
        await Committed(Units.Fact(expected: 1, ended: true));

        Assert.Empty(await Store.LiveCalls(Stop));
        Assert.True(Assert.Single(await Store.Calls(10, Stop)).Ended);
        Assert.Equal(new CommitResult(CommitOutcome.Repeated, "hello"), await Commit(Units.Fact(token: "inbound", reply: "new")));
        await Refused(CommitOutcome.Conflict, Units.Fact(token: "another"));
        await Committed(Units.Fact(expected: 2, ended: true));
    }

    [Fact]
    public async Task Call_Ended_KeepsWhatTheUnitDoesNotMention()
    {
        await Committed(Units.Fact() with { Entry = Units.Entry() });
        await Committed(Units.Fact(expected: 1, ended: true));

        Assert.Single((await Store.LoadFloor(Stop)).Entries);
    }

    [Fact]
    public async Task Calls_Listed_AreNewestFirstAndAtMostAsAsked()
    {
        await Committed(new CommitUnit { Call = Units.Call("CA-b", seconds: 5) });
        await Committed(new CommitUnit { Call = Units.Call("CA-a", seconds: 9) });
        await Committed(new CommitUnit { Call = Units.Call("CA-c", seconds: 1) });
        await Committed(new CommitUnit { Call = Units.Call("CA-c", expected: 1, seconds: 20) });

        Assert.Equal(["CA-a", "CA-b", "CA-c"], (await Store.Calls(10, Stop)).Select(call => call.Sid));
        Assert.Equal(["CA-a", "CA-b"], (await Store.Calls(2, Stop)).Select(call => call.Sid));
        Assert.Empty(await Store.Calls(0, Stop));
        Assert.Equal(
            new CallSummary("CA-c", Units.Start.AddSeconds(1), false, "CA-c 2"), (await Store.Calls(10, Stop))[2]);
    }

    [Fact]
    public async Task Calls_FromANumber_AreFoundNewestFirstSinceATime()
    {
        const string number = "+14165550102";
        await Committed(new CommitUnit { Call = Units.Call("CA-b", seconds: 10) with { Number = number } });
        await Committed(new CommitUnit { Call = Units.Call("CA-a", seconds: 20) with { Number = number } });
        await Committed(new CommitUnit { Call = Units.Call("CA-c", seconds: 30) with { Number = "+14165550103" } });
        await Committed(new CommitUnit { Call = Units.Call("CA-b", expected: 1, seconds: 40) with { Number = number } });
        await Committed(new CommitUnit { Call = Units.Call("CA-d", seconds: 50) });

        Assert.Equal(["CA-a", "CA-b"], await Store.CallsFrom(number, Units.Start, Stop));
        Assert.Equal(["CA-a"], await Store.CallsFrom(number, Units.Start.AddSeconds(20), Stop));
        Assert.Empty(await Store.CallsFrom("+14165550104", Units.Start, Stop));
    }

    [Fact]
    public async Task Calls_PageByPage_ComeOldestFirstAndEachOnce()
    {
        await Committed(new CommitUnit { Call = Units.Call("CA-b", seconds: 10) });
        await Committed(new CommitUnit { Call = Units.Call("CA-a", seconds: 10) });
        await Committed(new CommitUnit { Call = Units.Call("CA-c", seconds: 1) });
        await Committed(new CommitUnit { Call = Units.Call("CA-c", expected: 1, seconds: 20) });

        Assert.Equal(["CA-c", "CA-b"], await Store.CallsAfter(null, 2, Stop));
        Assert.Equal(["CA-a"], await Store.CallsAfter("CA-b", 2, Stop));
        Assert.Empty(await Store.CallsAfter("CA-a", 2, Stop));
        Assert.Empty(await Store.CallsAfter("CA-x", 2, Stop));
        Assert.Empty(await Store.CallsAfter(null, 0, Stop));
    }

    [Fact]
    public async Task Snapshots_OfASpan_AreTheCallsThatBeganInIt()
    {
        var noon = Units.Start;
        foreach (var (sid, minutes) in new[] { ("CA-b", 30), ("CA-a", 0), ("CA-c", 60) })
            await Committed(new CommitUnit { Call = Units.Call(sid) with { At = noon.AddMinutes(minutes), Snapshot = $"\"{sid}\"" } });
        await Committed(new CommitUnit { Call = Units.Call("CA-a", expected: 1) with { At = noon.AddMinutes(90), Snapshot = "\"later\"" } });

        Assert.Equal(["\"later\"", "\"CA-b\""], await Store.Snapshots(noon, noon.AddMinutes(60), Stop));
        Assert.Empty(await Store.Snapshots(noon.AddMinutes(61), noon.AddMinutes(99), Stop));
    }

    [Fact]
    public async Task Call_Loaded_BringsTheAgentsThatNameIt()
    {
        await Committed(Units.Fact() with
        {
            Agents =
            [
                new AgentWrite("a", 0, Units.Agent("a", call: "CA1", offer: "o1")),
                new AgentWrite("b", 0, Units.Agent("b", call: "CA2", offer: "o2")),
                new AgentWrite("c", 0, Units.Agent("c")),
            ],
        });

        var agent = Assert.Single((await Store.LoadCall("CA1", Stop))!.Agents);
        Assert.Equal(("a", 1, "o1"), (agent.State.Id, agent.Version, agent.State.Offer));
    }

    [Fact]
    public async Task Call_PrivatePart_ComesBackWithItsFact()
    {
        await Committed(new CommitUnit { Call = Units.Call(secret: "+14165550102") });
        await Committed(Units.Fact(expected: 1));
        await Committed(new CommitUnit { Call = Units.Call(expected: 2, secret: "pressed 1, said été") });

        Assert.Equal(["+14165550102", null, "pressed 1, said été"], (await Store.Facts("CA1", Stop)).Select(fact => fact.Private));
    }

    [Fact]
    public async Task Call_Times_AreKeptToTheTick()
    {
        var at = Units.Start.AddTicks(1234567);
        await Committed(new CommitUnit { Call = Units.Call() with { At = at.ToOffset(TimeSpan.FromHours(-4)) } });

        Assert.Equal(at, Assert.Single(await Store.Facts("CA1", Stop)).At);
        Assert.Equal(at, Assert.Single(await Store.Calls(1, Stop)).StartedAt);
    }

    [Fact]
    public async Task Call_TextFromOutside_LosesOnlyItsNuls()
    {
        const string Odd = "O'Brien\"; -- %\n\t\u202E🙂\0.";
        const string Kept = "O'Brien\"; -- %\n\t\u202E🙂\uFFFD.";
        await Committed(new CommitUnit
        {
            Call = Units.Call(token: Odd, reply: Odd, secret: Odd) with { Event = Odd, Snapshot = Odd, Summary = Odd },
        });

        Assert.Equal(new StoredFact(1, Units.Start, Kept, Kept, Kept, Kept), Assert.Single(await Store.Facts("CA1", Stop)));
        Assert.Equal(Kept, (await Store.LoadCall("CA1", Stop))!.Snapshot);
        Assert.Equal(Kept, Assert.Single(await Store.Calls(1, Stop)).Summary);
    }
}
