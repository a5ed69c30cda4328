using System.Text.Json.Nodes;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Crashes;

/// <summary>kill -9 at each moment of a call's life: the caller talks with somebody all the same, and no agent is left behind.</summary>
public sealed class KillTests
{
    private static readonly (string, string)[] Quick = [("Calls__RingSeconds", "10"), ("Calls__AwaySeconds", "1"), ("Calls__WrapUpSeconds", "0")];

    [Theory]
    [InlineData(Moment.Inbound)]
    [InlineData(Moment.Welcome)]
    [InlineData(Moment.Queued)]
    [InlineData(Moment.Waiting)]
    [InlineData(Moment.Ringing)]
    [InlineData(Moment.Whisper)]
    [InlineData(Moment.Accepted)]
    [InlineData(Moment.Dequeued)]
    public async Task Caller_ServiceKilledAndStartedAgain_TalksWithSomebodyAndEndsTheCall(Moment moment)
    {
        await using var service = await Started();
        var caller = await Call(service, moment is Moment.Inbound or Moment.Welcome ? [] : Script.Press("2"), talk: 2);
        await service.Wait(caller, moment);
        await service.KillAndRestart();
        await caller.Heard("talking");
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await IsTidy(service);
    }

    [Fact]
    public async Task Talk_ServiceKilledAndStartedAgain_GoesOnUntouched()
    {
        await using var service = await Started();
        var caller = await Call(service, Script.Press("2"), talk: 5);
        await service.Wait(caller, Moment.Talking);
        await service.KillAndRestart();
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        Assert.Single(caller.Of("talking"));
        Assert.Single(caller.Of("joined"));
        await IsTidy(service);
    }

    [Fact]
    public async Task Talk_ThatEndsWhileTheServiceIsDead_FreesTheAgentAfterwards()
    {
        await using var service = await Started();
        var caller = await Call(service, Script.Press("2"), talk: 1);
        await service.Wait(caller, Moment.Talking);
        await service.Kill();
        await caller.Heard("ended");
        await service.Start();
        await IsTidy(service);
    }

    [Fact]
    public async Task Caller_ServiceKilledAgainDuringTheFallback_TalksWithSomebody()
    {
        await using var service = await Started();
        var caller = await Call(service, [], talk: 2);
        await service.Wait(caller, Moment.Welcome);
        await service.Kill();
        await service.Trunk.Act(caller.Sid, new { press = "2" });
        await caller.Asked("/sim/fallback.xml");
        await service.Start();
        await caller.Heard("webhook", e => e.GetProperty("url").GetString()!.EndsWith("/voice/fallback", StringComparison.Ordinal) && e.GetProperty("status").GetInt32() == 200);
        await service.KillAndRestart();
        await caller.Heard("talking");
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await IsTidy(service);
    }

    [Theory]
    [InlineData(Moment.Welcome)]
    [InlineData(Moment.Waiting)]
    [InlineData(Moment.Ringing)]
    [InlineData(Moment.Accepted)]
    [InlineData(Moment.Talking)]
    public async Task Caller_HangsUpWhileTheServiceIsDead_IsFoundOutAndTheAgentIsFreed(Moment moment)
    {
        await using var service = await Started();
        var caller = await Call(service, moment == Moment.Welcome ? [] : Script.Press("2"), talk: 100);
        await service.Wait(caller, moment);
        await service.Kill();
        await service.Trunk.Act(caller.Sid, new { hangUp = true });
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await service.Start();
        await Patience.Until(async () => (await service.Admin($"calls/{caller.Sid}")).GetProperty("phase").GetString(), phase => phase == "ended", "That the call is known to be over");
        await IsTidy(service);
    }

    private static async Task<ServiceUnderTest> Started()
    {
        var service = await ServiceUnderTest.Started(Quick);
        await service.Everybody(new { answer = "agent", ringFor = 2, acceptAfter = 1 });
        return service;
    }

    private static Task<PlacedCall> Call(ServiceUnderTest service, JsonArray script, int talk) =>
        service.Trunk.Call("+16132160123", ("talk", talk), ("script", script));

    private static async Task IsTidy(ServiceUnderTest service)
    {
        await service.FloorIsFree();
        await service.EveryLegIsOver();
    }
}
