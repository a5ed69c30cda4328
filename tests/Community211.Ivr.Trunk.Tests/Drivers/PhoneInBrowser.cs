using Microsoft.Playwright;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>The phone's page as somebody uses it. Errors of the page and violations of its content policy fail the test when it ends.</summary>
public sealed class PhoneInBrowser : IAsyncDisposable
{
    private readonly List<string> errors = [];

    public PhoneInBrowser(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(15_000);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, told) =>
        {
            if (told.Type is "error" or "warning" && !Refusals.Any(refusal => told.Text.Contains(refusal, StringComparison.Ordinal)))
                errors.Add($"{told.Text} {told.Location}");
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser writes about requests that a test lets the trunk refuse, such as "status of 404".</summary>
    public IList<string> Refusals { get; } = [];

    /// <summary>The side that is shown.</summary>
    public ILocator Panel => Page.GetByRole(AriaRole.Tabpanel);

    public ILocator Transcript => Panel.GetByRole(AriaRole.Log);

    public ILocator Webhooks => Panel.Locator(".webhooks details");

    public ILocator Ringing => Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = " calls " });

    public Task Show(string tab) => Page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();

    public ILocator Button(string name) => Panel.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Panel.GetByLabel(label, new() { Exact = true });

    /// <summary>Dials the account's number and waits until it is answered. Fast: what is said takes no time.</summary>
    public async Task Call(string to = TrunkDriver.Number, bool fast = true, string sees = "Answered")
    {
        await Field("Number to dial").FillAsync(to);
        await Page.Locator("#fast").SetCheckedAsync(fast);
        await Button("Call").ClickAsync();
        await Sees(sees);
    }

    /// <summary>A line of the transcript, the last of its kind.</summary>
    public Task Sees(string text) => Assertions.Expect(Transcript.GetByText(text).Last).ToBeVisibleAsync(new() { Timeout = 15_000 });

    public async Task Say(string words)
    {
        await Field("Say something").FillAsync(words);
        await Field("Say something").PressAsync("Enter");
    }

    /// <summary>Takes a number: it rings here from now on.</summary>
    public async Task BeAgent(string number)
    {
        await Show("Answer");
        await Field("Another number").FillAsync(number);
        await Button("Add").ClickAsync();
        await Assertions.Expect(Panel.GetByText("rings here")).ToBeVisibleAsync();
    }

    public async Task<string[]> Texts(string css) => [.. await Transcript.Locator(css + " .text").AllTextContentsAsync()];

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(errors);
    }
}
