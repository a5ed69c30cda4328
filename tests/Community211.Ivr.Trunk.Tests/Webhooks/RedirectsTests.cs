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
}
