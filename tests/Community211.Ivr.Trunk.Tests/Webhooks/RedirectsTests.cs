using System.Net;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class RedirectsTests
{
    private static HttpResponseMessage To(int status, string location)
    {
        var answer = StandIn.Status(status);
        answer.Headers.TryAddWithoutValidation("Location", location);
        return answer;
    }

    private static async Task<(TrunkDriver Trunk, PlacedCall Call)> Play(Func<Asked, HttpResponseMessage?> special)
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Gather numDigits=\"1\" timeout=\"5\" action=\"/key\"/>",
            "/key" or "/moved" => "<Say>Moved.</Say>",
            "/fallback" => "<Say>Fallback.</Say>",
            _ => null,
        });
        trunk.Web.Special = special;
        return (trunk, await trunk.Play(TrunkDriver.Simple(script: [new { press = "2" }])));
    }

    // "on 3xx of a Gather action Digits are lost"
    [Theory]
    [InlineData(301, "GET")]
    [InlineData(302, "GET")]
    [InlineData(303, "GET")]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    public async Task Redirect_OfAGathersAction_LosesTheDigitsAndSignsTheNewUrl(int status, string method)
    {
        var (trunk, call) = await Play(asked => asked.Path == "/key" ? To(status, "/moved?x=1") : null);
        await using var _ = trunk;
        Assert.Equal("2", trunk.Web.At("/key")[0]["Digits"]);
        var moved = Assert.Single(trunk.Web.At("/moved"));
        Assert.Equal([method, null, null], [moved.Method, moved["Digits"], moved["FinishedOnKey"]]);
        Assert.Equal(Signature.Of(TrunkDriver.Token, moved.Url.OriginalString, method == "GET" ? [] : new Form(moved.Form)), moved.Headers["X-Twilio-Signature"]);
        Assert.Equal(["Moved."], call.Heard);
        Assert.Contains(call.Of("webhook"), told => (int)told["status"]! == status && (string?)told["note"] == $"redirected to {TrunkDriver.Service}/moved?x=1");
    }

    // "Follows 3xx, at most 10 hops (11215)"
    [Theory]
    [InlineData(10, "Moved.")]
    [InlineData(11, "Fallback.")]
    public async Task Redirects_MoreThanTen_AreA11215(int hops, string heard)
    {
        var (trunk, call) = await Play(asked => asked.Path == "/key" ? To(302, "/hop1")
            : asked.Path.StartsWith("/hop", StringComparison.Ordinal) && int.Parse(asked.Path[4..], System.Globalization.CultureInfo.InvariantCulture) is var hop
                ? hop == hops ? StandIn.Xml("<Response><Say>Moved.</Say></Response>") : To(302, $"/hop{hop + 1}") : null);
        await using var _ = trunk;
        Assert.Equal([heard], call.Heard);
        Assert.Equal(hops > 10 ? "11215" : null, trunk.Web.At("/fallback").Select(asked => asked["ErrorCode"]).FirstOrDefault());
    }

    // 11216 "bad redirect"
    [Theory]
    [InlineData("")]
    [InlineData("ftp://service.test/a")]
    [InlineData("mailto:someone@example.test")]
    public async Task Redirect_ThatLeadsNowhere_IsA11216(string location)
    {
        var (trunk, _) = await Play(asked => asked.Path == "/key" ? To(302, location) : null);
        await using var _1 = trunk;
        Assert.Equal("11216", trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }

    // "Basic/Digest credentials in URL: first request w/o Authorization, then after 401 with it."
    [Fact]
    public async Task Credentials_AreSentOnlyWhenAskedForAndNeverInTheUrl()
    {
        await using var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Say>Hello.</Say>" : null,
            config => config["numbers"]![0]!["voiceUrl"] = "http://me:my%20secret@service.test/inbound");
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/inbound" || asked.Headers.ContainsKey("Authorization"))
                return null;
            var refused = StandIn.Status((int)HttpStatusCode.Unauthorized);
            refused.Headers.TryAddWithoutValidation("WWW-Authenticate", "Basic realm=\"voice\"");
            return refused;
        };
        var call = await trunk.Play();
        var asked = trunk.Web.At("/inbound");
        Assert.Equal(2, asked.Count);
        Assert.False(asked[0].Headers.ContainsKey("Authorization"));
        Assert.Equal("Basic " + Convert.ToBase64String("me:my secret"u8), asked[1].Headers["Authorization"]);
        Assert.All(asked, one => Assert.Equal("http://service.test/inbound", one.Url.OriginalString));
        Assert.All(asked, one => Assert.Equal(Signature.Of(TrunkDriver.Token, "http://service.test/inbound", new Form(one.Form)), one.Headers["X-Twilio-Signature"]));
        Assert.Equal(["Hello."], call.Heard);
        Assert.DoesNotContain(trunk.Exchange.Log.After(0), line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credentials_AskedForByDigest_AreToldAsNotSimulated()
    {
        await using var trunk = await TrunkDriver.Start(_ => "<Hangup/>", config => config["numbers"]![0]!["voiceUrl"] = "http://me:secret@service.test/inbound");
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/inbound")
                return null;
            var refused = StandIn.Status(401);
            refused.Headers.TryAddWithoutValidation("WWW-Authenticate", "Digest realm=\"voice\", nonce=\"1\"");
            return refused;
        };
        var call = await trunk.Play();
        Assert.Contains("not simulated: Digest", (string?)call.Of("webhook")[0]["note"], StringComparison.Ordinal);
    }

    // "GET cached by ETag/Last-Modified, POST never."
    [Theory]
    [InlineData("GET", "ETag", "\"v1\"", "If-None-Match", 304)]
    [InlineData("GET", "Last-Modified", "Tue, 03 Nov 2026 10:00:00 GMT", "If-Modified-Since", 304)]
    [InlineData("POST", "ETag", "\"v1\"", "If-None-Match", 200)]
    public async Task Get_ThatDidNotChange_IsAnsweredFromBefore(string method, string header, string value, string condition, int status)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => $"<Redirect method=\"{method}\">/page</Redirect>",
            _ => null,
        });
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/page")
                return null;
            if (asked.Headers.ContainsKey(condition))
                return StandIn.Status(304);
            var page = StandIn.Xml($"<Response><Say>Page.</Say><Pause length=\"1\"/>{(trunk.Web.At("/page").Count < 3 ? $"<Redirect method=\"{method}\">/page</Redirect>" : "")}</Response>");
            page.Headers.TryAddWithoutValidation(header, value);
            page.Content.Headers.TryAddWithoutValidation(header, value);
            return page;
        };
        var call = await trunk.Place(TrunkDriver.Simple(hangUpAfter: 4));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("Page.", call.Heard[1]);
        Assert.Equal(status, call.Of("webhook").Where(told => ((string)told["url"]!).EndsWith("/page", StringComparison.Ordinal)).Select(told => (int)told["status"]!).ElementAt(1));
    }
}
