using Community211.Ivr.Trunk.Tests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>Small screens, dark ones, voices, and people who use a keyboard or a screen reader.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookTests(Chromium browser)
{
    private const string TooWide =
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.hidden')).map(one => one.outerHTML.slice(0, 200))";

    private const string Voices =
        """
        window.spoken = [];
        const voice = (name, lang) => ({ name, lang });
        Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } } });
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [voice('Anna', 'de-DE'), voice('Brian', 'en-GB'), voice('Clara', 'en-CA'), voice('Denise', 'fr-FR')],
          speak: said => { spoken.push(`${said.voice?.name} ${said.lang}: ${said.text}`); said.onend(); },
          cancel: () => spoken.push('stop'),
        } });
        """;

    private static string? Answer(Asked asked) => asked.Path switch
    {
        "/inbound" => "<Gather timeout=\"60\" numDigits=\"1\" action=\"/key\"><Say language=\"en-CA\">Hello.</Say><Say language=\"fr-CA\">Bon<break/>jour.</Say>"
            + "<Say language=\"en-US\">Again.</Say><Say language=\"iu\">ᐊᐃ</Say></Gather>",
        "/key" => "<Say>Muted.</Say><Gather timeout=\"60\"/>",
        _ => null,
    };

    [Theory]
    [InlineData(320, 568)]
    [InlineData(375, 700)]
    [InlineData(760, 500)]
    [InlineData(1280, 800)]
    public async Task Screen_OfAnySize_HasNoSidewaysScroll(int width, int height)
    {
        await using var trunk = await LiveTrunk.Start(asked => asked.Path == "/inbound"
            ? $"<Say>{new string('w', 200)}</Say><Gather timeout=\"60\" action=\"/{new string('k', 200)}\"/>" : null);
        await using var phone = await browser.Open(trunk, width, height);
        await NothingTooWide(phone, width);
        await phone.BeAgent(HelpLine.Agent);
        await NothingTooWide(phone, width);
        await trunk.Rest("Calls.json", ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", trunk.Service + "/inbound"));
        await Expect(phone.Ringing).ToHaveCountAsync(1);
        await phone.Show("Call");
        await phone.Call();
        await phone.Sees("Listens for keys");
        await phone.Webhooks.First.Locator("summary").ClickAsync();
        await Expect(phone.Webhooks.First.Locator(".twiml")).ToBeVisibleAsync();
        await NothingTooWide(phone, width);
        await phone.Show("All calls");
        await phone.Panel.GetByRole(AriaRole.Button, new() { Name = "+14165550123" }).ClickAsync();
        await phone.Sees("Listens for keys");
        await NothingTooWide(phone, width);
    }

    private static async Task NothingTooWide(PhoneInBrowser phone, int width)
    {
        if (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            Assert.Empty(await phone.Page.EvaluateAsync<string[]>(TooWide));
    }

    [Fact]
    public async Task SmallScreen_InACall_ShowsWhatIsSaidAndTheKeysAtOnce()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk, 375, 700);
        await phone.Call();
        await phone.Sees("Hello.");
        await Expect(phone.Transcript).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Button("pound")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Button("Hang up")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Colours_FollowTheSystem_AndAreReadable(bool dark)
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk, dark: dark);
        await phone.Call();
        await phone.Button("1").ClickAsync();
        await phone.Sees("Muted.");
        await phone.Webhooks.First.Locator("summary").ClickAsync();
        await phone.Webhooks.Nth(1).Locator("summary").HoverAsync();
        var weakest = await phone.Page.EvaluateAsync<string[]>(
            """
            () => {
              const rgb = text => text.match(/[\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
                .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
              const behind = one => { for (; one; one = one.parentElement) { const c = rgb(getComputedStyle(one).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } };
              const texts = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && [...one.childNodes].some(c => c.nodeType === 3 && c.data.trim()));
              return texts.map(one => {
                const [a, b] = [light(rgb(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
                return { ratio: (a + .05) / (b + .05), what: one.outerHTML.slice(0, 80) };
              }).filter(one => one.ratio < 4.5).map(one => `${one.ratio.toFixed(2)} ${one.what}`);
            }
            """);
        Assert.Empty(weakest);
        var page = await phone.Page.EvaluateAsync<int>("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
        Assert.Equal(dark, page < 128);
    }

    [Fact]
    public async Task Voice_IsOfTheLanguage_AndCanBeMuted()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk, before: Voices);
        await phone.Call();
        await phone.Sees("ᐊᐃ");
        // No voice of this machine speaks Inuktitut: an English one would read nonsense.
        Assert.Equal(["Clara en-CA: Hello.", "Denise fr-CA: Bon jour.", "Brian en-US: Again."], await phone.Page.EvaluateAsync<string[]>("spoken"));
        var sound = phone.Page.GetByRole(AriaRole.Button, new() { Name = "Sound" });
        await Expect(sound).ToHaveAttributeAsync("aria-pressed", "true");
        await sound.ClickAsync();
        await Expect(sound).ToHaveTextAsync("Sound off");
        Assert.Equal("stop", await phone.Page.EvaluateAsync<string>("spoken.at(-1)"));
        await phone.Button("1").ClickAsync();
        await phone.Sees("Muted.");
        Assert.DoesNotContain("Muted.", string.Concat(await phone.Page.EvaluateAsync<string[]>("spoken")), StringComparison.Ordinal);
        await phone.Page.ReloadAsync();
        await Expect(sound).ToHaveTextAsync("Sound off");
    }

    [Fact]
    public async Task EveryControl_HasAName_AndIsReachedByTheKeyboard()
    {
        await using var trunk = await LiveTrunk.Start(Answer);
        await using var phone = await browser.Open(trunk);
        await Expect(phone.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Connected");
        foreach (var tab in new[] { "Call", "Answer", "All calls" })
        {
            await phone.Show(tab);
            await NothingNameless(phone);
        }
        await phone.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(phone.Page.GetByRole(AriaRole.Tab, new() { Name = "Call", Exact = true })).ToBeFocusedAsync();
        await phone.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(phone.Page.GetByRole(AriaRole.Tab, new() { Name = "All calls" })).ToHaveAttributeAsync("aria-selected", "true");
        await phone.Show("Call");
        foreach (var name in new[] { "Number to dial", "Erase the last digit", "1", "2", "3" })
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            Assert.Equal(name, await phone.Page.EvaluateAsync<string>("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel"));
        }
        await phone.Call();
        await NothingNameless(phone);
        await Expect(phone.Transcript).ToHaveAttributeAsync("aria-live", "polite");
    }

    private static async Task NothingNameless(PhoneInBrowser phone)
    {
        var nameless = await phone.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, input, select, [tabindex="0"]')].filter(one => one.checkVisibility())
              .filter(one => !(one.ariaLabel || one.labels?.[0]?.textContent.trim() || one.textContent.trim())).map(one => one.outerHTML)
            """);
        Assert.Empty(nameless);
    }
}
