using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Recordings;

public sealed class FloorHistoryTests
{
    private const string Ours = "CA1";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_WhatThisCallDid_IsLeftToTheReplay()
    {
        var floor = FloorHistory.Of(Ours, [Fact(0, AgentPhase.Available, 1), Fact(1, AgentPhase.Offered, 2, Ours), Fact(20, AgentPhase.Away, 3, Ours), Fact(50, AgentPhase.Available, 4)]);
        Assert.Equal(Start, Assert.Single(floor.ByOthers).At);
        Assert.Equal([Start.AddSeconds(50)], floor.Rested);
    }

    [Fact]
    public void Of_RestThatAnotherCallBegan_EndsByOthers()
    {
        var floor = FloorHistory.Of(Ours, [Fact(0, AgentPhase.WrapUp, 1, "CA2"), Fact(4, AgentPhase.Available, 2)]);
        Assert.Equal([AgentPhase.WrapUp, AgentPhase.Available], floor.ByOthers.Select(a => a.State.Phase));
        Assert.Empty(floor.Rested);
    }

    [Fact]
    public void Of_AgentBusyWithAnotherCaller_DoesNotNameThem()
    {
        var floor = FloorHistory.Of(Ours, [Fact(0, AgentPhase.Talking, 1, "CA2")]);
        Assert.Equal((null, null), (floor.ByOthers[0].State.Call, floor.ByOthers[0].State.Offer));
    }

    private static AgentFact Fact(int seconds, AgentPhase phase, int version, string? by = null) => new(
        Start.AddSeconds(seconds),
        new AgentState { Id = "toronto-1", Number = "+14165550171", Region = "toronto", Phase = phase, Version = version, Call = by, Offer = by is null ? null : "o" },
        by);
}
