using System.Text.Json.Nodes;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Faults;

/// <summary>A carrier that delivers everything twice, and notices late.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Call_EverythingDeliveredTwiceAndStatusLate_IsOneCallAndOneTalk()
    {
        await using var service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "0"));
        var faults = new JsonObject
        {
            ["duplicate"] = new JsonArray("/voice/inbound", "/voice/step", "/voice/wait", "/voice/queue-result", "/voice/connect", "/voice/conference", "/voice/resume"),
            ["statusDelay"] = 3,
            ["duplicateStatus"] = true,
        };
        var caller = await service.Trunk.Call("+16132160123", ("script", Script.Press("2")), ("faults", faults), ("talk", 6));
        await caller.Heard("talking");
        Assert.Equal("caller", (await caller.Heard("ended")).GetProperty("by").GetString());
        await service.FloorIsFree();
        await service.EveryLegIsOver();
        Assert.Single(caller.Of("talking"));
        Assert.DoesNotContain(caller.Of("webhook"), e => e.GetProperty("status").GetInt32() != 200);
        var story = await service.Admin($"calls/{caller.Sid}");
        Assert.Equal("fr", story.GetProperty("language").GetString());
        Assert.Single(story.GetProperty("facts").EnumerateArray(), f => f.GetRawText().Contains("\"Talking with", StringComparison.Ordinal));
        Assert.Single(story.GetProperty("facts").EnumerateArray(), f => f.GetRawText().Contains("\"Ended by", StringComparison.Ordinal));
    }
}
