using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>Transfers by the agent API, over the wire: what the caller hears, and with whom they are afterwards.</summary>
public sealed class DeskTransferTests : IAsyncLifetime
{
    private ServiceUnderTest _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await ServiceUnderTest.Started(("Calls__WrapUpSeconds", "1"));
        await _service.Everybody(new { answer = "agent", ringFor = 0.2, acceptAfter = 0.2, talk = 3600 });
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task CalledIn_CallerIsOnHoldAndThenWithTheOtherAgentWhenTheFirstLeaves()
    {
        var (caller, token) = await Talking();
        await Ask(token, $"agent/calls/{caller.Sid}/transfer", new { agent = "east-1" });
        await caller.Heard("hears", e => e.GetProperty("text").GetString() == "One moment. Stay on the line.");
        await Desk(token, me => Call(me, "calledIn") is { } called && called.GetProperty("state").GetString() == "here", "That the other one is here");

        var left = await Ask(token, $"agent/calls/{caller.Sid}/leave");

        Assert.Equal("leaving", Call(left, "calledIn")!.Value.GetProperty("state").GetString());
        await Desk(token, me => me.GetProperty("state").GetString() is "wrap-up" or "available", "That the first one has left");
        var other = await _service.TokenOf("east-1");
        var theirs = await Desk(other, me => me.GetProperty("state").GetString() == "talking", "That the other one talks");
        Assert.Equal(caller.Sid, theirs.GetProperty("call").GetProperty("call").GetString());
        Assert.Empty(caller.Of("ended"));
        await Ask(other, $"agent/calls/{caller.Sid}/end");
        Assert.Equal("service", (await caller.Heard("ended")).GetProperty("by").GetString());
        Assert.Single(caller.Of("queued"));
        await _service.EveryLegIsOver();
    }

    [Fact]
    public async Task PassedOn_CallerIsFirstInTheOtherLineAndTalksWithItsAgent()
    {
        var (caller, token) = await Talking();

        await Ask(token, $"agent/calls/{caller.Sid}/transfer", new { region = "east" });

        await caller.Heard("hears", e => e.GetProperty("text").GetString()!.StartsWith("We are bringing you to the right place", StringComparison.Ordinal));
        await caller.Heard("talking", e => e.GetProperty("with").GetString() == Floor.Numbers["east-1"] || e.GetProperty("with").GetString() == Floor.Numbers["east-2"]);
        var story = await _service.Admin($"calls/{caller.Sid}");
        Assert.Contains("passed the caller on to east from toronto", story.GetRawText(), StringComparison.Ordinal);
        await _service.Trunk.Act(caller.Sid, new { hangUp = true });
        await _service.EveryLegIsOver();
    }

    private async Task<(PlacedCall Caller, string Token)> Talking()
    {
        var caller = await _service.Trunk.Call("+14162030151", ("talk", 3600), ("script", Script.Press("0")));
        var with = (await caller.Heard("talking")).GetProperty("with").GetString();
        return (caller, await _service.TokenOf(Floor.Numbers.Single(a => a.Value == with).Key));
    }

    private Task<JsonElement> Ask(string token, string path, object? body = null) => _service.Ask(HttpMethod.Post, path, token, body);

    private Task<JsonElement> Desk(string token, Func<JsonElement, bool> wanted, string what) => Patience.Until(() => _service.Ask(HttpMethod.Get, "agent/me", token), wanted, what);

    private static JsonElement? Call(JsonElement me, string member) =>
        me.TryGetProperty("call", out var call) && call.TryGetProperty(member, out var found) ? found : null;
}
