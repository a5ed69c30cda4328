using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;
using static Microsoft.Playwright.Assertions;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>The agent's side of the phone: a number that rings in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AgentTests(Chromium browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Dials the agent as the service would, once the caller is in line.</summary>
    private static async Task<string> DialAgent(LiveTrunk trunk)
    {
        var made = await trunk.Rest(
            "Calls.json", ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", trunk.Service + "/agent"), ("StatusCallback", trunk.Service + "/leg"));
        return (string)made["sid"]!;
    }

    [Fact]
    public async Task TwoPages_CallerAndAgent_AreConnectedAndReadEachOther()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await using var caller = await browser.Open(trunk);
        await using var agent = await browser.Open(trunk, 375, 700);
        await agent.BeAgent(HelpLine.Agent);
        await caller.Call();
        await caller.Button("5").ClickAsync();
        await caller.Sees("You are in line.");
        await DialAgent(trunk);

        await Expect(agent.Ringing).ToContainTextAsync($"{TrunkDriver.Number} calls {HelpLine.Agent}");
        await Expect(caller.Ringing).ToHaveCountAsync(0);
        await Expect(agent.Ringing.GetByText("Answer")).ToBeFocusedAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await agent.Sees("A caller. Press 1.");
        await Expect(agent.Ringing).ToHaveCountAsync(0);
        await agent.Page.Keyboard.PressAsync("1");
        await agent.Sees("In the room");
        Assert.Equal("1", trunk.Web.At("/accept")[0]["Digits"]);
        var waiting = trunk.Web.At("/wait")[0];
        await trunk.Rest($"Queues/{waiting["QueueSid"]}/Members/{waiting["CallSid"]}.json", ("Url", trunk.Service + "/connect"));

        await caller.Sees("Talking with " + HelpLine.Agent);
        await agent.Sees("Talking with +14165550123");
        await agent.Say("How can I help?");
        await caller.Sees("How can I help?");
        await caller.Say("I need <food>.");
        await agent.Sees("I need <food>.");
        Assert.Equal(["I need <food>."], await agent.Texts(".other"));
        Assert.Equal(["How can I help?"], await caller.Texts(".other"));

        await agent.Button("Hang up").ClickAsync();
        await agent.Sees("Ended by the agent");
        await caller.Sees("Thank you.");
        await caller.Sees("Ended by the service");
        await Expect(agent.Panel.GetByText("Be the agent")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reject_ByMouse_IsBusy()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await using var agent = await browser.Open(trunk);
        await agent.BeAgent(HelpLine.Agent);
        await agent.Show("Call");
        await DialAgent(trunk);
        await agent.Ringing.GetByText("Reject").ClickAsync();
        Assert.Equal("busy", (await trunk.Asked("/leg"))["CallStatus"]);
        await Expect(agent.Ringing).ToHaveCountAsync(0);
        Assert.Empty(trunk.Web.At("/agent"));
    }

    [Fact]
    public async Task Ringing_ThatStops_DisappearsInEveryPage()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await using var one = await browser.Open(trunk);
        await using var other = await browser.Open(trunk);
        await one.BeAgent(HelpLine.Agent);
        await other.BeAgent(HelpLine.Agent);
        var sid = await DialAgent(trunk);
        await Expect(other.Ringing).ToHaveCountAsync(1);
        await one.Ringing.GetByText("Answer").ClickAsync();
        await one.Sees("A caller. Press 1.");
        await Expect(other.Ringing).ToHaveCountAsync(0);
        Assert.Equal(1, await other.Panel.GetByText("Be the agent").CountAsync());

        await one.Button("Hang up").ClickAsync();
        await one.Sees("Ended by the agent");
        sid = await DialAgent(trunk);
        await Expect(other.Ringing).ToHaveCountAsync(1);
        await trunk.Rest($"Calls/{sid}.json", ("Status", "canceled"));
        await Expect(other.Ringing).ToHaveCountAsync(0);
        await Expect(one.Ringing).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Page_LoadedAgain_IsStillInTheCallAndStillRings()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await using var agent = await browser.Open(trunk);
        await agent.BeAgent(HelpLine.Agent);
        await DialAgent(trunk);
        await agent.Ringing.GetByText("Answer").ClickAsync();
        await agent.Sees("A caller. Press 1.");
        await agent.Page.ReloadAsync();
        await agent.Sees("A caller. Press 1.");
        await agent.Button("1").ClickAsync();
        await agent.Sees("In the room");
        await agent.Button("Hang up").ClickAsync();
        await DialAgent(trunk);
        await Expect(agent.Ringing).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Number_GivenBack_BehavesAsBefore()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await trunk.Http.PutAsync("/sim/people/" + HelpLine.Agent, new StringContent("{\"answer\":\"busy\"}"), Token);
        await DialAgent(trunk);
        await trunk.Asked("/leg");
        await using var agent = await browser.Open(trunk);
        await agent.Show("Answer");
        var lately = agent.Panel.GetByRole(Microsoft.Playwright.AriaRole.Switch, new() { Name = HelpLine.Agent });
        await lately.ClickAsync();
        await Expect(agent.Panel.GetByText("rings here")).ToBeVisibleAsync();
        Assert.Equal("phone", await Answers(trunk));
        await lately.ClickAsync();
        await Expect(agent.Panel.GetByText("simulated")).ToBeVisibleAsync();
        await agent.Page.ReloadAsync();
        await agent.Show("Answer");
        await Expect(lately).Not.ToBeCheckedAsync();
        Assert.Equal("busy", await Answers(trunk));
    }

    [Fact]
    public async Task AllCalls_AreListed_AndTheStoryOfOneIsShown()
    {
        await using var trunk = await LiveTrunk.Start(HelpLine.Answer);
        await using var caller = await browser.Open(trunk);
        await caller.Call();
        await caller.Button("5").ClickAsync();
        await caller.Sees("You are in line.");
        await using var watcher = await browser.Open(trunk);
        await watcher.Show("All calls");
        await watcher.Panel.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "+14165550123" }).ClickAsync();
        await watcher.Sees("You are in line.");
        await Expect(watcher.Panel.GetByText("in line: help").First).ToBeVisibleAsync();
        await Expect(watcher.Webhooks.First).ToContainTextAsync("/inbound");
        await Expect(watcher.Button("Hang up")).ToHaveCountAsync(0);
        await caller.Button("Hang up").ClickAsync();
        await watcher.Sees("Ended by the caller");
    }

    private static async Task<string?> Answers(LiveTrunk trunk) =>
        (string?)JsonNode.Parse(await trunk.Http.GetStringAsync("/sim/people", Token))![HelpLine.Agent]!["answer"];
}
