using System.Net;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Calls;

public sealed class FallbackTests
{
    private static async Task<(TrunkDriver Trunk, PlacedCall Call)> Play(Func<Asked, HttpResponseMessage?> special, string fallback = "<Say>Fallback.</Say>")
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Hangup/>",
            "/fallback" => fallback,
            "/resume" => "<Hangup/>",
            _ => null,
        });
        trunk.Web.Special = special;
        return (trunk, await trunk.Play());
    }

    public static TheoryData<int, HttpResponseMessage> Failures() => new()
    {
        { 11217, StandIn.Status(500) },
        { 11217, StandIn.Status(404) },
        { 12100, StandIn.Xml("<Response><Say>") },
        { 12100, StandIn.Xml(" not xml") },
        { 12101, StandIn.Xml("<?xml version=\"2.0\"?><Response/>") },
        { 12100, StandIn.Xml("<!DOCTYPE Response [<!ENTITY a \"b\">]><Response><Say>&a;</Say></Response>") },
        { 12102, StandIn.Xml("<Answer/>") },
        { 12300, StandIn.Xml("{}", "application/json") },
        { 11770, StandIn.Xml("") },
        { 11750, StandIn.Xml($"<Response><Say>{new string('a', 70_000)}</Say></Response>") },
        { 11216, StandIn.Status(302) },
    };

    // "requested when fetching or executing TwiML fails fatally, with all normal parameters + ErrorCode + ErrorUrl. Valid TwiML continues the call."
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Document_ThatFails_GoesToTheFallbackWithItsCode(int code, HttpResponseMessage answer)
    {
        var (trunk, call) = await Play(asked => asked.Path == "/inbound" ? answer : null);
        await using var _ = trunk;
        var fallback = Assert.Single(trunk.Web.At("/fallback"));
        Assert.Equal(code.ToString(System.Globalization.CultureInfo.InvariantCulture), fallback["ErrorCode"]);
        Assert.Equal(TrunkDriver.Service + "/inbound", fallback["ErrorUrl"]);
        Assert.Equal(call.Sid, fallback["CallSid"]);
        Assert.Equal(["Fallback."], call.Heard);
        Assert.Contains(code, call.Warnings);
    }

    // "Default: 1 retry on connect/TLS failure; none for read timeout or 5xx."
    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 2, "11205")]
    [InlineData(HttpRequestError.ResponseEnded, 1, "11206")]
    public async Task Connection_ThatFails_IsTriedAgainOnce(HttpRequestError error, int times, string code)
    {
        var (trunk, _) = await Play(asked => asked.Path == "/inbound" ? throw new HttpRequestException(error, "down") : null);
        await using var _1 = trunk;
        Assert.Equal(times, trunk.Web.At("/inbound").Count);
        Assert.Equal(code, trunk.Web.At("/fallback")[0]["ErrorCode"]);
    }

    // "If the fallback also fails: \"an application error has occurred\" + hang-up."
    [Fact]
    public async Task Fallback_ThatFailsToo_EndsTheCallWithAnApology()
    {
        var (trunk, call) = await Play(asked => asked.Path is "/inbound" or "/fallback" ? StandIn.Status(500) : null);
        await using var _ = trunk;
        Assert.Contains("application error has occurred", Assert.Single(call.Heard), StringComparison.Ordinal);
        Assert.Equal("carrier", (string?)call.The("ended")["by"]);
    }

    [Fact]
    public async Task Redirect_InTheFallbackThatFails_RequestsTheFallbackAgain()
    {
        var failures = 0;
        var (trunk, call) = await Play(
            asked => asked.Path == "/inbound" || (asked.Path == "/resume" && ++failures < 3) ? StandIn.Status(500) : null,
            "<Pause length=\"2\"/><Redirect>/resume</Redirect>");
        await using var _ = trunk;
        Assert.Equal(3, trunk.Web.At("/fallback").Count);
        Assert.Equal(TrunkDriver.Service + "/resume", trunk.Web.At("/fallback")[2]["ErrorUrl"]);
        Assert.Equal("service", (string?)call.The("ended")["by"]);
    }

    // "Total of 15 s is hard for all call-related requests."
    [Fact]
    public async Task Document_ThatNeverComes_GoesToTheFallbackAfterFifteenSeconds()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/fallback" ? "<Say>Fallback.</Say>" : null);
        trunk.Web.Hangs = asked => asked.Path == "/inbound";
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Place();
        await trunk.Web.Hanging;
        Assert.False(trunk.Time.Idle);
        Assert.True(trunk.Clock.MoveToNext(DateTimeOffset.MaxValue));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal(TimeSpan.FromSeconds(15), trunk.Web.At("/fallback")[0].At - began);
        Assert.Equal("11205", trunk.Web.At("/fallback")[0]["ErrorCode"]);
        Assert.Single(trunk.Web.At("/inbound"));
    }

    // "Follows 3xx, at most 10 hops (11215)"
    [Fact]
    public async Task Redirects_AreFollowedWithinTen()
    {
        var (trunk, call) = await Play(asked => asked.Path == "/inbound" ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/moved", UriKind.Relative) } }
            : asked.Path == "/moved" ? StandIn.Xml("<Response><Say>Moved.</Say></Response>") : null);
        await using var _ = trunk;
        Assert.Equal(["Moved."], call.Heard);
        Assert.Equal("GET", trunk.Web.At("/moved")[0].Method);
        Assert.Equal(call.Sid, trunk.Web.At("/moved")[0]["CallSid"]);
    }

    // "text/plain → TwiML if it parses, otherwise read aloud"; "audio/* → played, then hang-up"
    [Fact]
    public async Task Plain_ThatIsNoTwiml_IsReadAloud()
    {
        var (trunk, call) = await Play(asked => asked.Path == "/inbound" ? StandIn.Xml("Please call later.", "text/plain") : null);
        await using var _ = trunk;
        Assert.Equal(["Please call later."], call.Heard);
    }

    [Fact]
    public async Task AnyBytes_AsAnAnswer_GiveAnErrorAndTheFallbackOrACallThatEnds()
    {
        var random = new Random(211);
        var alphabet = "<>/&\"'= \u0000ÿResponseSayDialGatherEnqueueRedirect";
        for (var i = 0; i < 60; i++)
        {
            var bytes = System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => alphabet[random.Next(alphabet.Length)])));
            var (trunk, call) = await Play(asked => asked.Path == "/inbound"
                ? new HttpResponseMessage { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("text/xml") } } } : null);
            await using var _ = trunk;
            Assert.Equal(["Fallback."], call.Heard);
            Assert.DoesNotContain(call.Of("warning"), told => ((string)told["message"]!).StartsWith("The trunk failed", StringComparison.Ordinal));
        }
    }
}
