using System.Net;
using Community211.Ivr.Trunk.Tests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>Webhooks and TwiML on the page, and services that are down or answer badly.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WireTests(Chromium browser)
{
    [Fact]
    public async Task Webhooks_AreListed_WithPrettyTwiMLAndFieldsOnDemand()
    {
        await using var trunk = await LiveTrunk.Start(asked => asked.Path == "/inbound"
            ? "<Gather numDigits=\"1\" action=\"/key?turn=1&amp;x=2\" timeout=\"30\"><Say voice=\"Polly.Joanna\">Press <emphasis>one</emphasis>.</Say></Gather>" : null);
        await using var phone = await browser.Open(trunk);
        await phone.Call();
        await phone.Sees("Press one");
        var first = phone.Webhooks.First;
        await Expect(first.Locator("summary")).ToContainTextAsync("POST/inbound200");
        await Expect(first.Locator("summary")).ToContainTextAsync("Gather");
        await Expect(first.Locator(".twiml")).ToBeHiddenAsync();
        await first.Locator("summary").FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(
            "<Response>\n  <Gather numDigits=\"1\" action=\"/key?turn=1&amp;x=2\" timeout=\"30\">\n    <Say voice=\"Polly.Joanna\">\n      Press\n"
            + "      <emphasis>one</emphasis>\n      .\n    </Say>\n  </Gather>\n</Response>",
            await first.Locator(".twiml").TextContentAsync());
        await Expect(first.Locator(".fields")).ToContainTextAsync("CallStatusringing");
        await Expect(first.Locator(".fields")).ToContainTextAsync("CalledZip");
        await first.Locator("summary").ClickAsync();
        await Expect(first.Locator(".twiml")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Markup_InWhatTheServiceSends_IsShownAsText()
    {
        const string hostile = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>";
        await using var trunk = await LiveTrunk.Start(_ => null);
        trunk.Web.Special = asked => asked.Path == "/inbound"
            ? StandIn.Xml($"<Response><Say><![CDATA[{hostile}Hello]]></Say><Enqueue>&lt;img src=x onerror=alert()&gt;</Enqueue></Response>") : null;
        await using var phone = await browser.Open(trunk);
        await phone.Call();
        await phone.Sees("In line “<img src=x");
        await phone.Webhooks.First.Locator("summary").ClickAsync();
        await Expect(phone.Webhooks.First.Locator(".twiml")).ToContainTextAsync("<script>document.title");
        Assert.Equal(0, await phone.Panel.Locator("img, script").CountAsync());
        await Expect(phone.Page).ToHaveTitleAsync("Trunk phone");
    }

    [Theory]
    [InlineData("<Response><Say>Half", "text/xml", 200, "is no TwiML: it can not be read as XML")]
    [InlineData("<html><body>Oops</body></html>", "text/html", 200, "is XML, but no TwiML")]
    [InlineData("{\"error\":1}", "application/json", 200, "is no TwiML by its Content-Type")]
    [InlineData("", "text/xml", 200, "answer is empty")]
    [InlineData("It broke", "text/plain", 500, "The service refused or failed")]
    public async Task Answer_ThatIsGarbage_IsExplainedAndShownAsItCame(string body, string type, int status, string words)
    {
        await using var trunk = await LiveTrunk.Start(_ => null);
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/inbound")
                return null;
            var answer = StandIn.Xml(body, type);
            answer.StatusCode = (HttpStatusCode)status;
            return answer;
        };
        await using var phone = await browser.Open(trunk);
        await phone.Call();
        await phone.Sees("application error has occurred");
        Assert.Contains(words, Assert.Single(await phone.Texts(".warning")), StringComparison.Ordinal);
        await phone.Sees("Ended by the carrier");
        if (body.Length == 0)
            return;
        await phone.Webhooks.First.Locator("summary").ClickAsync();
        await Expect(phone.Webhooks.First.Locator(".twiml")).ToBeVisibleAsync();
        Assert.Contains(body[^4..], await phone.Webhooks.First.Locator(".twiml").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_ThatIsDown_IsSaidSo()
    {
        await using var trunk = await LiveTrunk.Start(asked => asked.Path == "/inbound" ? "<Redirect>http://127.0.0.1:9/gone</Redirect>" : null);
        await using var phone = await browser.Open(trunk);
        await phone.Call();
        await phone.Sees("The service does not answer: is it running");
        await Expect(phone.Webhooks.Nth(1)).ToContainTextAsync("no answer");
        await Expect(phone.Webhooks.Nth(1)).ToContainTextAsync("refused");
    }

    [Fact]
    public async Task FastCall_ThatGoesRoundInCircles_LeavesThePageUsable()
    {
        await using var trunk = await LiveTrunk.Start(asked => asked.Path == "/inbound" ? "<Say>Round.</Say><Redirect/>" : null);
        await using var phone = await browser.Open(trunk);
        // What was said first has left the list before anybody could see it.
        await phone.Call(sees: "Round.");
        await trunk.Asked("/inbound", _ => trunk.Web.At("/inbound").Count > 400);
        await phone.Page.Keyboard.PressAsync("Escape");
        await phone.Sees("Ended by the caller");
        Assert.InRange(await phone.Webhooks.CountAsync(), 2, 300);
    }

    [Fact]
    public async Task Trunk_WithoutConfiguration_IsSaidSo_UntilItHasOne()
    {
        await using var trunk = await LiveTrunk.Start(_ => "<Hangup/>", configured: false);
        await using var phone = await browser.Open(trunk, 320, 568);
        var state = phone.Page.GetByRole(AriaRole.Status);
        await Expect(state).ToContainTextAsync("No configuration yet: start the service");
        Assert.Equal(320, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        phone.Refusals.Add("status of 409");
        await phone.Button("Call").ClickAsync();
        await Expect(phone.Panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("The trunk has no configuration yet");
        await trunk.Configure();
        await Expect(state).ToHaveTextAsync("Connected, 1 number");
        Assert.Equal(320, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Trunk_ThatGoesAndComesBack_IsFoundAgain()
    {
        var trunk = await LiveTrunk.Start(asked => asked.Path == "/inbound" ? "<Gather timeout=\"60\"/>" : null);
        await using var phone = await browser.Open(trunk);
        phone.Refusals.Add("net::ERR_");
        await phone.Call();
        var url = trunk.Url;
        await trunk.DisposeAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The trunk does not answer");
        await phone.Sees("Ended by the carrier: the connection to the trunk was lost");
        await using var again = await LiveTrunk.Start(asked => asked.Path == "/inbound" ? "<Say>Back again.</Say><Gather timeout=\"60\"/>" : null, listen: url);
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Connected", new() { Timeout = 15_000 });
        await phone.Call();
        await phone.Sees("Back again.");
    }
}
