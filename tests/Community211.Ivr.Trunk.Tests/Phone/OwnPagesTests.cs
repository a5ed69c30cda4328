using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>A page of another site, open in a tester's browser, must not place calls.</summary>
public sealed class OwnPagesTests
{
    private const string Own = "127.0.0.1:5212";

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(_ => "<Hangup/>");

    private static async Task<(int Status, int Calls, HttpResponseMessage Answer)> Ask(
        TrunkDriver trunk, string method, string path, string? host, string? origin = null, string? site = null, string body = "{}")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
            request.Content = new StringContent(body, Encoding.UTF8, "text/plain");
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        var answer = await trunk.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, trunk.Exchange.Legs.Count, answer);
    }

    [Theory]
    [InlineData("http://evil.test", null)]
    [InlineData("null", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    [InlineData("https://127.0.0.1:5212", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData("http://127.0.0.1:5212", "cross-site")]
    public async Task ControlApi_AskedByAPageOfAnotherSite_Refuses(string? origin, string? site)
    {
        await using var trunk = await Trunk();
        foreach (var (method, path) in new[]
        {
            ("POST", "/sim/calls"), ("POST", "/sim/calls/CA1/act"), ("PUT", "/sim/config"), ("PUT", "/sim/people/%2B14165550999"),
            ("DELETE", "/sim/people"), ("DELETE", "/sim/people/%2B14165550999"), ("POST", "/sim/send"), ("POST", "/sim/shutdown"),
            ("GET", "/sim/events?answers=%2B14165550999"), ("POST", "/SIM/calls"), ("POST", "/sim//calls"),
        })
        {
            var (status, calls, _) = await Ask(trunk, method, path, Own, origin, site);
            Assert.True(status is 403 or 404, $"{method} {path}: {status}");
            Assert.Equal(0, calls);
        }
    }

    /// <summary>A tester may give the carrier a name; its API has credentials of its own.</summary>
    [Fact]
    public async Task RestApi_UnderAnotherName_Answers()
    {
        await using var trunk = await Trunk();
        var (status, _, _) = await Ask(trunk, "GET", "/2010-04-01/Accounts/AC1/Calls.json", "carrier.example.org");
        Assert.Equal(401, status);
    }

    [Theory]
    [InlineData("evil.test")]
    [InlineData("evil.test:5212")]
    [InlineData("127.0.0.1.evil.test:5212")]
    [InlineData("localhost.evil.test")]
    [InlineData("192.0.2.7:5212")]
    public async Task Host_ThatIsNoNameOfThisMachine_IsRefused(string host)
    {
        await using var trunk = await Trunk();
        Assert.Equal((403, 0), Of(await Ask(trunk, "POST", "/sim/calls", host)));
        Assert.Equal(403, (await Ask(trunk, "GET", "/sim/calls", host)).Status);
        Assert.Equal(403, (await Ask(trunk, "GET", "/", host)).Status);
    }

    [Theory]
    [InlineData(Own, null, null)]
    [InlineData(Own, "http://127.0.0.1:5212", "same-origin")]
    [InlineData("localhost:5212", "http://localhost:5212", "same-origin")]
    [InlineData("[::1]:5212", "http://[::1]:5212", null)]
    [InlineData("127.9.9.9", null, "none")]
    public async Task ControlApi_AskedByItsOwnPageOrByAProgram_Answers(string host, string? origin, string? site)
    {
        await using var trunk = await Trunk();
        Assert.Equal((200, 1), Of(await Ask(trunk, "POST", "/sim/calls", host, origin, site, "{\"to\":\"+14165550100\"}")));
    }

    [Fact]
    public async Task Page_MayBeLinkedTo_AndTakesNothingFromElsewhere()
    {
        await using var trunk = await Trunk();
        var (status, _, answer) = await Ask(trunk, "GET", "/", Own, null, "cross-site");
        Assert.Equal(200, status);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/phone/nothing.js")]
    [InlineData("/phone/..%2Fexchanges.csv")]
    [InlineData("/phone/exchanges.csv")]
    public async Task File_ThatIsNotThePhones_IsNotFound(string path)
    {
        await using var trunk = await Trunk();
        Assert.Equal(404, (await Ask(trunk, "GET", path, Own)).Status);
    }

    private static (int Status, int Calls) Of((int Status, int Calls, HttpResponseMessage Answer) asked) => (asked.Status, asked.Calls);
}
