using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class ParametersTests
{
    private static async Task<Asked> Inbound(string from)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Hangup/>" : null);
        await trunk.Play(TrunkDriver.Simple(from));
        return Assert.Single(trunk.Web.At("/inbound"));
    }

    // "Always …: CallSid, AccountSid, From …, To, CallStatus …, ApiVersion `2010-04-01`, Direction"
    [Fact]
    public async Task Inbound_CarriesTheStandardParametersAndTheirOldNames()
    {
        var asked = await Inbound("+19055270123");
        Assert.Matches("^CA[0-9a-f]{32}$", asked["CallSid"]);
        Assert.Equal(TrunkDriver.Account, asked["AccountSid"]);
        Assert.Equal("ringing", asked["CallStatus"]);
        Assert.Equal("inbound", asked["Direction"]);
        Assert.Equal("2010-04-01", asked["ApiVersion"]);
        Assert.Equal(["+19055270123", "+19055270123"], [asked["From"], asked["Caller"]]);
        Assert.Equal([TrunkDriver.Number, TrunkDriver.Number], [asked["To"], asked["Called"]]);
        Assert.Equal(["HAMILTON", "ON", "", "CA"], [asked["CallerCity"], asked["CallerState"], asked["CallerZip"], asked["CallerCountry"]]);
        Assert.Equal("HAMILTON", asked["FromCity"]);
        Assert.Null(asked["ForwardedFrom"]);
        Assert.Null(asked["StirVerstat"]);
    }

    // "as empty strings when unknown (never absent)"
    [Theory]
    [InlineData("anonymous")]
    [InlineData("client:console")]
    [InlineData("sip:someone@example.test")]
    [InlineData("4165550123")]
    public async Task Inbound_FromSomebodyUnknown_SendsEmptyPlaces(string from)
    {
        var asked = await Inbound(from);
        Assert.Equal(from, asked["From"]);
        Assert.All(["CallerCity", "CallerState", "CallerZip", "CallerCountry", "FromCity", "FromState", "FromZip", "FromCountry"], name => Assert.Equal("", asked[name]));
    }

    [Fact]
    public async Task Inbound_CarriesTheHeadersSeenInTheWild()
    {
        var asked = await Inbound("anonymous");
        Assert.Equal("TwilioProxy/1.1", asked.Headers["User-Agent"]);
        Assert.Equal("*/*", asked.Headers["Accept"]);
        Assert.Equal("us1", asked.Headers["X-Home-Region"]);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$", asked.Headers["I-Twilio-Idempotency-Token"]);
    }

    // "Cookies are kept for one call."
    [Fact]
    public async Task Cookies_AreKeptWithinACallAndNotBeyond()
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        trunk.Web.Special = asked =>
        {
            if (asked.Path == "/status")
                return null;
            var answer = StandIn.Xml(asked.Path == "/inbound" ? "<Response><Redirect>/next</Redirect></Response>" : "<Response/>");
            answer.Headers.Add("Set-Cookie", "room=7; Path=/");
            return answer;
        };
        await trunk.Play();
        await trunk.Play();
        Assert.All(trunk.Web.At("/inbound"), asked => Assert.False(asked.Headers.ContainsKey("Cookie")));
        Assert.All(trunk.Web.At("/next"), asked => Assert.Equal("room=7", asked.Headers["Cookie"]));
    }

    [Fact]
    public async Task StatusCallback_TellsDurationAndOrder()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"61\"/>" : null);
        await trunk.Play();
        var status = Assert.Single(trunk.Web.At("/status"));
        Assert.Equal("61", status["CallDuration"]);
        Assert.Equal("2", status["Duration"]);
        Assert.Equal("0", status["SequenceNumber"]);
        Assert.Equal("call-progress-events", status["CallbackSource"]);
        Assert.Equal("Tue, 03 Nov 2026 14:01:01 +0000", status["Timestamp"]);
    }
}
