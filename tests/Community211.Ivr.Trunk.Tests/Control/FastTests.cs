using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Control;

public sealed class FastTests
{
    private static object Fast(object[]? script = null, double? hangUpAfter = null) =>
        new { from = "+14165550123", to = TrunkDriver.Number, fast = true, script = script ?? [], hangUpAfter };

    // "outside queues skip speech, pauses, Gather timeouts … (the call clock still advances by the skipped seconds)"
    [Fact]
    public async Task Fast_OutsideQueues_NoRealTimePassesAndTheCallsClockDoes()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Gather timeout=\"4\"><Pause length=\"30\"/></Gather><Pause length=\"66\"/>" : null);
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Play(Fast());
        Assert.Equal(began, trunk.Clock.GetUtcNow());
        Assert.Equal(100, (int)call.The("ended")["duration"]!);
    }

    [Fact]
    public async Task Fast_Keys_StillComeInTheirOrder()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Gather numDigits=\"1\" action=\"/key\"><Pause length=\"30\"/></Gather>",
            "/key" => "<Gather numDigits=\"1\" action=\"/second\"><Pause length=\"30\"/></Gather>",
            _ => null,
        });
        var call = await trunk.Play(Fast([new { press = "2" }, new { wait = 10 }, new { press = "7" }]));
        Assert.Equal(["2", "7"], call.Of("presses").Select(told => (string?)told["digits"]));
        Assert.Equal([1.0, 12.0], call.Of("presses").Select(told => (double)told["t"]!));
        Assert.Equal("7", trunk.Web.At("/second")[0]["Digits"]);
    }

    [Fact]
    public async Task Fast_InAQueue_TimeIsReal()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(Fast());
        await trunk.Time.WhenIdle();
        var began = trunk.Clock.GetUtcNow();
        Assert.Single(call.Of("queued"));
        await trunk.Until(() => trunk.Web.At("/wait").Count == 3);
        Assert.InRange((trunk.Clock.GetUtcNow() - began).TotalSeconds, 20, 25);
    }

    [Fact]
    public async Task Fast_AgentAndTalk_TakeNoRealTime()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(Fast());
        await trunk.Until(() => call.Of("queued").Count == 1);
        var began = trunk.Clock.GetUtcNow();
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver && call.Leg.LastCallback.IsCompleted);
        Assert.Equal(began, trunk.Clock.GetUtcNow());
        Assert.InRange((double)call.The("ended")["t"]! - call.T("talking"), 20, 40);
    }

    // A talk that is skipped while the news of its beginning is still under way would be over before the service hears of it.
    [Fact]
    public async Task Fast_WhileANotificationIsUnderWay_NothingIsSkipped()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(Fast());
        trunk.Web.Hangs = asked => asked.Path == "/room" && asked["StatusCallbackEvent"] == "participant-join" && asked["CallSid"] == call.Sid;
        await HelpLine.Connect(trunk, call);
        await trunk.Web.Hanging;
        await trunk.Get("Calls.json");
        Assert.False(call.Leg.IsOver);
        var limit = trunk.Clock.GetUtcNow().AddSeconds(15);
        while (trunk.Clock.MoveToNext(limit))
        {
        }
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
    }

    [Fact]
    public async Task Fast_DialledNumber_RingsAndTalksWithoutRealTime()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Dial timeout=\"60\">+14165550777</Dial>" : null);
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Play(Fast());
        Assert.Equal(began, trunk.Clock.GetUtcNow());
        Assert.InRange(call.T("talking"), 2, 6);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
    }

    [Fact]
    public async Task Fast_HangUpAfter_IsADeadlineOnTheCallsClock()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"30\"/><Redirect/>" : null);
        var call = await trunk.Play(Fast(hangUpAfter: 75));
        Assert.Equal(75, (int)call.The("ended")["duration"]!);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
    }
}
