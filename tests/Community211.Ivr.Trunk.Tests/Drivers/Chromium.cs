using Microsoft.Playwright;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>One headless browser for all tests that need one; each test has pages of its own. The browser is Debian's, nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private static readonly string[] Options =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Options });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <param name="trunk">Whose phone.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="dark">What the system prefers.</param>
    /// <param name="before">JavaScript that runs before the page's own.</param>
    public async Task<PhoneInBrowser> Open(LiveTrunk trunk, int width = 1280, int height = 800, bool dark = false, string? before = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            BaseURL = trunk.Url,
        });
        if (before is not null)
            await context.AddInitScriptAsync(before);
        var page = await context.NewPageAsync();
        var phone = new PhoneInBrowser(page);
        await page.GotoAsync("/");
        return phone;
    }
}
