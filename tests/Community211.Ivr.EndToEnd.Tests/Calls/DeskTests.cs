using System.Text.Json.Nodes;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>The trunk's people at their desks: whoever has talked ends the call there, and the caller is asked and thanked rather than put in line again.</summary>
public sealed class DeskTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("key")]
    [InlineData("api")]
    public async Task Agent_WhoHasTalked_EndsTheCallAndTheCallerHearsTheGoodbye(string accepts)
    {
        var agent = new JsonObject { ["first"] = new JsonObject { ["talk"] = 3, ["accepts"] = accepts } };
        var caller = await shared.Service.Trunk.Call("+14162030151", ("talk", 3600), ("fast", true), ("people", agent));

        var ended = await caller.Heard("ended");

        Assert.Equal("service", ended.GetProperty("by").GetString());
        Assert.Single(caller.Of("talking"));
        Assert.Single(caller.Of("queued"));
        var story = await Patience.Until(() => shared.Service.Admin($"calls/{caller.Sid}"), s => s.TryGetProperty("endedBy", out _), "That the service knows of the end");
        Assert.Equal("service", story.GetProperty("endedBy").GetString());
        Assert.Contains("survey", story.GetProperty("path").EnumerateArray().Select(s => s.GetString()));
    }
}
