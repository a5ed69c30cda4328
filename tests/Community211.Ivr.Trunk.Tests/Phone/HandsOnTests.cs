using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>A number that is answered by hand, and a caller who steers by hand: the control API without a browser.</summary>
public sealed class HandsOnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<TrunkDriver> Trunk(Func<Asked, string?>? answer = null)
    {
        var trunk = await TrunkDriver.Start(answer ?? HelpLine.Answer);
        (await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { answer = "phone" }, Token)).EnsureSuccessStatusCode();
        return trunk;
    }

    private static async Task<PlacedCall> Dial(TrunkDriver trunk)
    {
        var made = await trunk.Post(
            "Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"),
            ("Timeout", "25"), ("StatusCallback", TrunkDriver.Service + "/leg"));
        var leg = new PlacedCall(trunk, (string)made["sid"]!, Task.FromResult(""));
        await trunk.Time.WhenIdle();
        return leg;
    }

    private static Task<HttpResponseMessage> Act(TrunkDriver trunk, string sid, object act) =>
        trunk.Http.PostAsJsonAsync($"/sim/calls/{sid}/act", act, Token);

    private static async Task<string?> Refusal(HttpResponseMessage answer)
    {
        Assert.Equal(409, (int)answer.StatusCode);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"];
    }

    [Fact]
    public async Task Answer_WhileItRings_BeginsTheWhisperAndWaitsForAKey()
    {
        await using var trunk = await Trunk();
        var leg = await Dial(trunk);
        await trunk.Pass(12);
        Assert.Empty(trunk.Web.At("/agent"));
        (await Act(trunk, leg.Sid, new { answer = true })).EnsureSuccessStatusCode();
        await trunk.Until(() => leg.Of("gather").Count == 1);
        Assert.Equal(12, (leg.Leg.AnsweredAt!.Value - leg.Leg.Created).TotalSeconds, 3);
        Assert.Equal("in-progress", trunk.Web.At("/agent")[0]["CallStatus"]);
        Assert.Contains("somebody answered", await Refusal(await Act(trunk, leg.Sid, new { answer = true })), StringComparison.Ordinal);
        (await Act(trunk, leg.Sid, new { press = "1" })).EnsureSuccessStatusCode();
        await trunk.Until(() => leg.Of("joined").Count == 1);
        Assert.Equal("1", trunk.Web.At("/accept")[0]["Digits"]);
    }

    [Fact]
    public async Task Reject_WhileItRings_IsBusy()
    {
        await using var trunk = await Trunk();
        var leg = await Dial(trunk);
        (await Act(trunk, leg.Sid, new { reject = true })).EnsureSuccessStatusCode();
        await trunk.Until(() => leg.Leg.IsOver && leg.Leg.LastCallback.IsCompleted);
        Assert.Equal("busy", Assert.Single(trunk.Web.At("/leg"))["CallStatus"]);
        Assert.Equal("agent", (string?)leg.The("ended")["by"]);
    }

    [Fact]
    public async Task Ringing_WithNobodyThere_IsNoAnswerAfterTheTimeout()
    {
        await using var trunk = await Trunk();
        var leg = await Dial(trunk);
        await trunk.Until(() => leg.Leg.IsOver && leg.Leg.LastCallback.IsCompleted);
        Assert.Equal("no-answer", Assert.Single(trunk.Web.At("/leg"))["CallStatus"]);
        Assert.Equal(25, (leg.Leg.EndedAt!.Value - leg.Leg.Created).TotalSeconds, 3);
    }

    [Fact]
    public async Task Answer_OfACallThatIsNotByHand_IsRefusedWithWhatToDo()
    {
        await using var trunk = await Trunk();
        await trunk.Http.DeleteAsync("/sim/people/" + Uri.EscapeDataString(HelpLine.Agent), Token);
        var leg = await Dial(trunk);
        Assert.Contains("\"answer\":\"phone\"", await Refusal(await Act(trunk, leg.Sid, new { answer = true })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_InARoom_AreHeardByTheOtherWithWhoSaidThem()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, phone = true });
        await trunk.Until(() => call.Of("queued").Count == 1);
        var agent = await Dial(trunk);
        await Act(trunk, agent.Sid, new { answer = true });
        await trunk.Until(() => agent.Of("gather").Count == 1);
        await Act(trunk, agent.Sid, new { press = "1" });
        await trunk.Until(() => agent.Of("joined").Count == 1);
        await trunk.Post($"Queues/{trunk.Web.At("/wait")[0]["QueueSid"]}/Members/{call.Sid}.json", 200, ("Url", TrunkDriver.Service + "/connect"));
        await trunk.Until(() => call.Of("talking").Count == 1);
        await Act(trunk, agent.Sid, new { say = "How can I help?" });
        await Act(trunk, call.Sid, new { say = "I need food." });
        var heard = call.Of("hears")[^1];
        Assert.Equal(("How can I help?", HelpLine.Agent), ((string?)heard["text"], (string?)heard["from"]));
        Assert.Equal("+14165550123", (string?)agent.Of("hears")[^1]["from"]);

        // By hand, no talk ends by itself.
        await trunk.Pass(1800);
        Assert.False(call.Leg.IsOver);
        await Act(trunk, agent.Sid, new { hangUp = true });
        await trunk.Until(() => call.Leg.IsOver);
        await Act(trunk, call.Sid, new { say = "Hello?" });
        Assert.Equal("I need food.", (string?)agent.Of("hears")[^1]["text"]);
    }

    [Fact]
    public async Task Words_OverABridge_AreHeardByTheOther()
    {
        await using var trunk = await Trunk(asked => asked.Path == "/inbound" ? $"<Dial>{HelpLine.Agent}</Dial>" : null);
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, phone = true, fast = true });
        await trunk.Pass(9);
        var agent = new PlacedCall(trunk, trunk.Exchange.Legs[1].Sid, Task.FromResult(""));
        await Act(trunk, agent.Sid, new { answer = true });
        await trunk.Until(() => call.Of("talking").Count == 1);
        await Act(trunk, call.Sid, new { say = "Good morning." });
        Assert.Equal("Good morning.", (string?)agent.The("hears")["text"]);
        await Act(trunk, call.Sid, new { hangUp = true });
        await trunk.Until(() => agent.Leg.IsOver);
    }

    [Fact]
    public async Task FastCaller_ByHand_SkipsSpeechAndIsWaitedForInRealTime()
    {
        await using var trunk = await Trunk(asked => asked.Path switch
        {
            "/inbound" => "<Say>One two three four five six seven eight nine ten.</Say><Gather numDigits=\"1\" timeout=\"4\" action=\"/key\"><Say>Press a key.</Say></Gather>",
            "/key" => "<Hangup/>",
            _ => null,
        });
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, phone = true, fast = true });
        await trunk.Time.WhenIdle();
        Assert.Equal(["One two three four five six seven eight nine ten.", "Press a key."], call.Heard);
        Assert.Equal(began, trunk.Clock.GetUtcNow());
        await trunk.Pass(3.5);
        await Act(trunk, call.Sid, new { press = "7" });
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("7", Assert.Single(trunk.Web.At("/key"))["Digits"]);
    }

    [Fact]
    public async Task Caller_ByHandWithAScript_IsRefused()
    {
        await using var trunk = await Trunk();
        var answer = await trunk.Http.PostAsJsonAsync("/sim/calls", new { to = TrunkDriver.Number, phone = true, talk = 3 }, Token);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("by hand", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}
