using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class CallDetailsTests
{
    private static async Task<TrunkDriver> Play(object call, Action<JsonObject>? config = null)
    {
        var trunk = await TrunkDriver.Start(asked => asked.Path switch { "/inbound" => "<Redirect>/step</Redirect>", "/step" => "<Hangup/>", _ => null }, config);
        await trunk.Play(call);
        return trunk;
    }

    // "ForwardedFrom (+CalledVia in captures; may be malformed, 23 digits seen)"
    [Theory]
    [InlineData("+14165550177")]
    [InlineData("12345678901234567890123")]
    public async Task Forwarded_IsToldInEveryWebhookOfTheCall(string number)
    {
        await using var trunk = await Play(new { to = TrunkDriver.Number, parameters = new Dictionary<string, string> { ["ForwardedFrom"] = number } });
        Assert.Equal(3, trunk.Web.All.Count);
        Assert.All(trunk.Web.All, asked => Assert.Equal([number, number], [asked["ForwardedFrom"], asked["CalledVia"]]));
    }

    // "CallerName (number property VoiceCallerIdLookup=true)"
    [Fact]
    public async Task CallerName_IsSentWhereTheNumberLooksCallersUp_EmptyWhenUnknown()
    {
        static void Lookup(JsonObject config) => config["numbers"]![0]!["voiceCallerIdLookup"] = true;
        await using var unknown = await Play(TrunkDriver.Simple(), Lookup);
        Assert.Equal("", unknown.Web.At("/inbound")[0]["CallerName"]);
        await using var known = await Play(new { to = TrunkDriver.Number, parameters = new Dictionary<string, string> { ["CallerName"] = "THUNDER BAY HOSP" } }, Lookup);
        Assert.Equal("THUNDER BAY HOSP", known.Web.At("/inbound")[0]["CallerName"]);
        await using var without = await Play(TrunkDriver.Simple());
        Assert.Null(without.Web.At("/inbound")[0]["CallerName"]);
    }

    // "StirVerstat (only if the INVITE carried a PASSporT), StirPassportToken, CallToken (only on POST)"
    [Theory]
    [InlineData("POST", "TN-Validation-Passed-A", "token")]
    [InlineData("GET", null, null)]
    public async Task Stir_IsSentByPostOnly(string method, string? verstat, string? token)
    {
        await using var trunk = await Play(
            new { to = TrunkDriver.Number, parameters = new Dictionary<string, string> { ["StirVerstat"] = "TN-Validation-Passed-A", ["StirPassportToken"] = "token", ["CallToken"] = "token" } },
            config => config["numbers"]![0]!["voiceMethod"] = method);
        var asked = trunk.Web.At("/inbound")[0];
        Assert.Equal([verstat, token, token], [asked["StirVerstat"], asked["StirPassportToken"], asked["CallToken"]]);
        Assert.Equal("TN-Validation-Passed-A", trunk.Web.At("/step")[0]["StirVerstat"]);
    }

    [Fact]
    public async Task Sip_Caller_BringsItsParametersAndHeaders()
    {
        await using var trunk = await Play(new { to = TrunkDriver.Number, from = "sip:desk@pbx.example.test:5060", parameters = new Dictionary<string, string> { ["SipHeader_X-Room"] = "7" } });
        var asked = trunk.Web.At("/inbound")[0];
        Assert.Equal(["pbx.example.test", "desk", "192.0.2.10", "7"], [asked["SipDomain"], asked["SipUsername"], asked["SipSourceIp"], asked["SipHeader_X-Room"]]);
        Assert.Matches("^[0-9a-f]{32}@192", asked["SipCallId"]);
        Assert.Equal(asked["SipCallId"], trunk.Web.At("/status")[0]["SipCallId"]);
    }

    [Theory]
    [InlineData("{\"Colour\":\"red\"}", "is no parameter that a call can set")]
    [InlineData("{\"CallSid\":\"CA1\"}", "is no parameter that a call can set")]
    [InlineData("{\"StirVerstat\":\"yes\"}", "TN-Validation-Passed-A")]
    [InlineData("{\"CallerName\":\"A\"}", "voiceCallerIdLookup")]
    [InlineData("{\"AddOns\":\"{\"}", "JSON in a string")]
    [InlineData("{\"SipDomain\":\"a.test\"}", "sip:user@host")]
    public async Task Parameter_ThatIsWrong_IsToldWhatToDo(string parameters, string words)
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        var answer = await trunk.Http.PostAsync(
            "/sim/calls", new StringContent($"{{\"to\":\"{TrunkDriver.Number}\",\"parameters\":{parameters}}}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(words, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusCallback_OfADialledLeg_TellsTheSipResponseAndTheParent()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound"
            ? "<Dial><Number statusCallback=\"/number\" statusCallbackEvent=\"completed\">+14165550777</Number></Dial>" : null);
        await trunk.Http.PutAsync("/sim/people/+14165550777", new StringContent("{\"answer\":\"busy\"}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var call = await trunk.Play();
        await trunk.Until(() => trunk.Web.At("/number").Count == 1);
        var told = trunk.Web.At("/number")[0];
        Assert.Equal(["busy", "486", call.Sid, "outbound-dial"], [told["CallStatus"], told["SipResponseCode"], told["ParentCallSid"], told["Direction"]]);
    }
}
