using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

/// <summary>Entries, commands, timers, revisions.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task Entry_Written_ReadsBackWholeUntilRemoved()
    {
        await Committed(new CommitUnit { Entry = Units.Entry(page: 1) });
        await Committed(new CommitUnit { Entry = Units.Entry(page: 2) });
        await Committed(Units.Fact());

        Assert.Equal(Text(Units.Entry(page: 2).State), Text(Assert.Single((await Store.LoadFloor(Stop)).Entries)));

        await Committed(new CommitUnit { Entry = new EntryWrite("CA1", null) });
        await Committed(new CommitUnit { Entry = new EntryWrite("CA1", null) });
        Assert.Empty((await Store.LoadFloor(Stop)).Entries);
    }

    [Fact]
    public async Task Commands_OfOneLane_ShowTheOldestOnly()
    {
        await Committed(new CommitUnit { Commands = [Units.Command("x"), Units.Command("b"), Units.Command("a", first: true)] });

        foreach (var key in new[] { "x", "b", "a" })
        {
            Assert.Equal(key, Assert.Single(await Store.OpenCommands(10, Stop)).Key);
            await Committed(new CommitUnit { CommandDone = key });
        }

        Assert.Empty(await Store.OpenCommands(10, Stop));
    }

    [Fact]
    public async Task Commands_OfManyLanes_AreCrisisDialsFirstThenByAge()
    {
        await Committed(new CommitUnit { Commands = [Units.Command("1", "CA-z"), Units.Command("2", "CA-y")] });
        await Committed(new CommitUnit { Commands = [Units.Command("3", "CA-x", first: true), Units.Command("4", "CA-z", first: true)] });
        await Committed(new CommitUnit { Commands = [Units.Command("5", "CA-a"), Units.Command("6", "CA-w", first: true)] });

        Assert.Equal(["3", "6", "1", "2", "5"], (await Store.OpenCommands(10, Stop)).Select(command => command.Key));
        Assert.Equal(["3", "6"], (await Store.OpenCommands(2, Stop)).Select(command => command.Key));
        Assert.Empty(await Store.OpenCommands(0, Stop));
    }

    [Fact]
    public async Task Command_WithAKnownKey_IsPassedOver()
    {
        await Committed(new CommitUnit { Commands = [Units.Command("c1")] });
        await Committed(new CommitUnit { Commands = [Units.Command("c1", "CA2")] });
        Assert.Equal("CA1", Assert.Single(await Store.OpenCommands(10, Stop)).Call);

        await Committed(new CommitUnit { CommandDone = "c1" });
        await Committed(new CommitUnit { Commands = [Units.Command("c1")] });
        Assert.Empty(await Store.OpenCommands(10, Stop));
    }

    [Fact]
    public async Task Command_CompletedTwice_IsStale()
    {
        await Committed(new CommitUnit { Commands = [Units.Command("c1")] });
        await Committed(new CommitUnit { CommandDone = "c1" });

        await Refused(CommitOutcome.Stale, new CommitUnit { CommandDone = "c1" });
        await Refused(CommitOutcome.Stale, new CommitUnit { CommandDone = "never" });
    }

    [Fact]
    public async Task Command_OfEachKind_ReadsBackWhole()
    {
        CarrierRequest[] requests =
        [
            new DialAgent("CA1", "offer-1", "+14165550101", "+14165550199", 20, true),
            new FindLeg("CA2", "+14165550101", "+14165550199", Units.Start.AddTicks(3)),
            new Dequeue("CA3", "QU1", 2),
            new HangUpLeg("CA4", "CA9"),
            new ResumeCaller("CA5"),
            new RecallLeg("CA8", "CA9", "offer-1"),
            new HoldCaller("CA10", "v-1-2", true),
            new SetExit("CA11", "v-1-2", "CA9", false),
            new LookUpCall("CA6", null),
            new LookUpRoom("CA7", "v-1-2"),
        ];
        var commands = requests.Select((request, i) => new CommandWrite($"{i}", request.Call, request, First: false));
        await Committed(new CommitUnit { Commands = [.. commands] });

        var open = await Store.OpenCommands(10, Stop);
        Assert.Equal(requests, open.Select(command => command.Request));
        Assert.All(open, command => Assert.Equal(Units.Start, command.At));
    }

    [Fact]
    public async Task Due_Listed_IsOldestFirstUpToNow()
    {
        Assert.Null(await Store.NextDue(Stop));
        await Committed(new CommitUnit
        {
            Due = [Units.Due("c", 3), Units.Due("a", 1, null, "agent-1"), Units.Due("b", 2), Units.Due("late", 4)],
        });

        Assert.Equal(["a", "b", "c"], (await Store.DueBefore(Units.Start.AddSeconds(3), 10, Stop)).Select(due => due.Key));
        Assert.Equal(["a"], (await Store.DueBefore(Units.Start.AddSeconds(3), 1, Stop)).Select(due => due.Key));
        Assert.Empty(await Store.DueBefore(Units.Start.AddSeconds(1).AddTicks(-1), 10, Stop));
        Assert.Equal(
            new StoredDue("a", Units.Start.AddSeconds(1), null, "agent-1", """{"due":"a"}"""),
            (await Store.DueBefore(Units.Start.AddSeconds(1), 10, Stop))[0]);
        Assert.Equal(Units.Start.AddSeconds(1), await Store.NextDue(Stop));
    }

    [Fact]
    public async Task Due_WithAKnownKey_IsMoved()
    {
        await Committed(new CommitUnit { Due = [Units.Due("d", 1)] });
        await Committed(new CommitUnit { Due = [Units.Due("d", 9, null, "agent-1")] });

        var due = Assert.Single(await Store.DueBefore(DateTimeOffset.MaxValue, 10, Stop));
        Assert.Equal((Units.Start.AddSeconds(9), null, "agent-1"), (due.At, due.Call, due.Agent));
    }

    [Fact]
    public async Task Due_CarriedOutTwice_IsStale()
    {
        await Committed(new CommitUnit { Due = [Units.Due("d", 1)] });
        await Committed(new CommitUnit { DueDone = "d" });

        Assert.Null(await Store.NextDue(Stop));
        await Refused(CommitOutcome.Stale, new CommitUnit { DueDone = "d" });
    }

    [Fact]
    public async Task Due_CarriedOutAndSetAgain_IsOpenAgain()
    {
        await Committed(new CommitUnit { Due = [Units.Due("d", 1)] });
        await Committed(new CommitUnit { DueDone = "d", Due = [Units.Due("d", 5)] });

        Assert.Equal(Units.Start.AddSeconds(5), await Store.NextDue(Stop));
    }

    [Fact]
    public async Task Due_Dropped_IsGoneWhetherItWasThereOrNot()
    {
        await Committed(new CommitUnit { Due = [Units.Due("d", 1), Units.Due("e", 2)] });
        await Committed(new CommitUnit { DueDropped = ["d", "never"], Due = [Units.Due("f", 3)] });

        Assert.Equal(["e", "f"], (await Store.DueBefore(DateTimeOffset.MaxValue, 10, Stop)).Select(due => due.Key));
    }

    [Fact]
    public async Task Revision_Saved_ReadsBackAndIsNeverReplaced()
    {
        var files = ImmutableDictionary<string, string>.Empty
            .Add("ontario.yaml", "flow: ontario\n")
            .Add("ontario.fr.yaml", "dire: « été »\0");
        await Store.SaveRevision("abc", files, Stop);
        await Store.SaveRevision("abc", ImmutableDictionary<string, string>.Empty, Stop);

        Assert.Equal(files, await Store.LoadRevision("abc", Stop));
        Assert.Null(await Store.LoadRevision("other", Stop));
    }

    [Fact]
    public async Task Probe_OfAHealthyStore_Passes()
    {
        await Store.Probe(Stop);
        await Store.Probe(Stop);
    }

    [Fact]
    public async Task Unit_OfNothing_IsCommitted() => await Committed(new CommitUnit());
}
