using Community211.Ivr.Trunk.Tests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>The caller's side of the phone, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CallerTests(Chromium browser)
{
    private const string Menu =
        "<Gather numDigits=\"2\" timeout=\"20\" speechTimeout=\"1\" action=\"/key\" input=\"dtmf speech\"><Say language=\"en-CA\">Welcome to 2-1-1.</Say>"
        + "<Say language=\"fr-CA\">Bonjour &amp; bienvenue.</Say></Gather><Say>Nothing.</Say>";

    private static string? Answer(Asked asked) => asked.Path switch
    {
        "/inbound" => Menu,
        "/key" => "<Say>Thank you.</Say><Pause length=\"1\"/><Say>Goodbye.</Say>",
        _ => null,
    };

    [Fact]
    public async Task Mouse_DialsCallsAndPresses()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        foreach (var key in "14165550199")
            await phone.Button(key.ToString()).ClickAsync();
        await phone.Button("Erase the last digit").ClickAsync();
        await phone.Button("Erase the last digit").ClickAsync();
        await phone.Button("0").ClickAsync();
        await phone.Button("0").ClickAsync();
        await phone.Panel.GetByLabel("Fast").CheckAsync();
        await phone.Button("Call").ClickAsync();
        await phone.Sees("Listens for keys and speech (2 keys), 20 s");
        await phone.Button("4").ClickAsync();
        await phone.Button("star").ClickAsync();
        await phone.Sees("Ended by the service");

        Assert.Equal(TrunkDriver.Number, trunk.Web.At("/inbound")[0]["To"]);
        Assert.Equal("4*", Assert.Single(trunk.Web.At("/key"))["Digits"]);
        Assert.Equal(["Welcome to 2-1-1.", "Bonjour & bienvenue.", "Thank you.", "Goodbye."], await phone.Texts(".service"));
        Assert.Equal(["4*"], await phone.Texts(".me"));
        await Expect(phone.Button("Call")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keyboard_DialsCallsPressesAndHangsUp()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        await phone.Page.Keyboard.TypeAsync("141655501009");
        await phone.Page.Keyboard.PressAsync("Backspace");
        await Expect(phone.Field("Number to dial")).ToHaveValueAsync("14165550100");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Sees("Bonjour");
        await phone.Page.Keyboard.TypeAsync("7");
        await phone.Sees("7");
        await phone.Page.Keyboard.PressAsync("Escape");
        await phone.Sees("Ended by the caller");
        Assert.Equal("completed", (await trunk.Asked("/status"))["CallStatus"]);
        Assert.Empty(trunk.Web.At("/key"));
    }

    [Fact]
    public async Task Words_ThatAreTyped_ArriveAsSpeech()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        await phone.Call();
        await phone.Sees("Bonjour");
        await phone.Say("J'ai faim <b>maintenant</b> 211#");
        await phone.Sees("Goodbye.");
        var asked = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal("J'ai faim <b>maintenant</b> 211#", asked["SpeechResult"]);
        Assert.Null(asked["Digits"]);
        Assert.Equal(["J'ai faim <b>maintenant</b> 211#"], await phone.Texts(".me"));
    }

    [Fact]
    public async Task HangUp_ByTheButton_EndsTheCallAndAnotherCanBePlaced()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        trunk.Web.Hangs = asked => asked.Path == "/status";
        await phone.Call();
        await phone.Button("Hang up").ClickAsync();
        await phone.Sees("Ended by the caller");
        await phone.Field("Who calls").SelectOptionAsync("anonymous");
        await phone.Button("Call").ClickAsync();
        await phone.Sees("anonymous calls");
        await phone.Button("Hang up").ClickAsync();
        await phone.Sees("Ended by the caller");
        await phone.Field("Who calls").SelectOptionAsync("own");
        await phone.Field("Their number").FillAsync("(807) 555-0142");
        await phone.Button("Call").ClickAsync();
        await phone.Sees("+18075550142 calls");
        Assert.Equal(["+14165550123", "anonymous", "+18075550142"], trunk.Web.At("/inbound").Select(asked => asked["From"]));
    }

    [Fact]
    public async Task Page_ThatIsClosed_HasHungUp()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using (var phone = await browser.Open(trunk))
            await phone.Call();
        Assert.Equal("completed", (await trunk.Asked("/status"))["CallStatus"]);
    }

    [Fact]
    public async Task Number_ThatIsNotTheAccounts_IsToldInTheTrunksWords()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        phone.Refusals.Add("status of 404");
        await phone.Field("Number to dial").FillAsync("+14165550177");
        await phone.Button("Call").ClickAsync();
        await Expect(phone.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("'+14165550177' is no number of this account");
        await Expect(phone.Button("Call")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Region_OfTheCaller_LeadsTwoOneOneToItsNumber()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        await Expect(phone.Field("Number to dial")).ToHaveValueAsync("211");
        await phone.Button("Call").ClickAsync();
        await phone.Sees("+14165550123 calls 211, which leads to +14165550100");
    }
}
