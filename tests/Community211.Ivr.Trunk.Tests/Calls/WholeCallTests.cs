using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Calls;

public sealed class WholeCallTests
{
    [Fact]
    public async Task Call_ThroughLineAgentAndRoom_EndsByTheCaller()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.LastCallback.IsCompleted && call.Leg.IsOver);

        Assert.Equal("caller", (string?)call.The("ended")["by"]);
        Assert.Equal(HelpLine.Agent, (string?)call.The("talking")["with"]);
        Assert.Equal(agent, (string?)call.The("talking")["leg"]);
        Assert.InRange((double)call.The("ended")["t"]! - call.T("talking"), 20, 40);
        Assert.Equal("redirected", (string?)call.The("dequeued")["result"]);
        await trunk.Until(() => trunk.Web.At("/leg").Count == 4);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], trunk.Web.At("/leg").Select(asked => asked["CallStatus"]));
        Assert.Equal(["0", "1", "2", "3"], trunk.Web.At("/leg").Select(asked => asked["SequenceNumber"]));
        Assert.Equal("completed", Assert.Single(trunk.Web.At("/status"))["CallStatus"]);
    }

    // "A REST dequeue also fires Enqueue's action": QueueResult=redirected, its answer ignored.
    [Fact]
    public async Task Dequeue_ByRest_RunsUrlAndRequestsActionToo()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place();
        var (queue, _) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);

        var action = Assert.Single(trunk.Web.At("/after"));
        Assert.Equal("redirected", action["QueueResult"]);
        Assert.Equal(queue, action["QueueSid"]);
        var connect = Assert.Single(trunk.Web.At("/connect"));
        Assert.Equal(queue, connect["QueueSid"]);
        Assert.Equal("", connect["DequeingCallSid"]);
        Assert.NotNull(connect["QueueTime"]);
        await trunk.Post($"Queues/{queue}/Members/{call.Sid}.json", 404, ("Url", TrunkDriver.Service + "/connect"));
    }

    [Fact]
    public async Task Dequeue_OfManyCalls_SendsTheTwoRequestsInEitherOrder()
    {
        var orders = new HashSet<string>();
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        for (var i = 0; i < 12; i++)
        {
            var call = await trunk.Place();
            await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 1);
            await trunk.Post($"Queues/{trunk.Exchange.Queues.Named("help").Sid}/Members/Front.json", 200, ("Url", TrunkDriver.Service + "/talked"));
            await trunk.Until(() => call.Leg.IsOver);
            orders.Add(trunk.Web.All.Last(asked => asked.Path is "/talked" or "/after").Path);
        }
        Assert.Equal(2, orders.Count);
    }

    [Fact]
    public async Task TwoRuns_OfTheSameSeed_TellTheSameStory()
    {
        var stories = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
            var call = await trunk.Place();
            await HelpLine.Connect(trunk, call);
            await trunk.Until(() => call.Leg.LastCallback.IsCompleted && call.Leg.IsOver);
            stories.Add(string.Join('\n', trunk.Exchange.Log.After(0)));
        }
        Assert.Equal(stories[0], stories[1]);
    }

    [Fact]
    public async Task Stream_OfAFinishedCall_HoldsEveryEvent()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/status" ? null : "<Say>Hello.</Say>");
        var call = await trunk.Play();
        var lines = (await call.Rest).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(call.Leg.Story.Lines.Skip(1), lines);
        Assert.Contains("\"kind\":\"webhook\"", lines[^1], StringComparison.Ordinal);
        Assert.Contains("/status", lines[^1], StringComparison.Ordinal);
    }
}
