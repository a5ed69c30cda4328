using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class SignatureTests
{
    private static readonly Form Official =
    [
        new("To", "+18005551212"), new("From", "+14158675309"), new("Digits", "1234"), new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675309"),
    ];

    // The official SDKs' own test vector.
    [Fact]
    public void Signature_OfTheOfficialVector_IsTheOfficialOne() =>
        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", Signature.Of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", Official));

    // "full URL as configured (scheme, host, query; no fragment …)"
    [Fact]
    public void Signature_IgnoresTheFragment() =>
        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", Signature.Of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#ct=2000", Official));

    // "Empty values contribute only the name."
    [Fact]
    public void Signature_OfEmptyValues_CountsTheirNames() =>
        Assert.NotEqual(Signature.Of("12345", "http://a.test/", []), Signature.Of("12345", "http://a.test/", [new("CallerZip", "")]));

    // "Repeated names: Python/Node SDK de-duplicate and sort values"
    [Fact]
    public void Signature_OfARepeatedName_CountsEachValueOnceInOrder() =>
        Assert.Equal(
            Signature.Of("12345", "http://a.test/", [new("Event", "answered"), new("Event", "ringing")]),
            Signature.Of("12345", "http://a.test/", [new("Event", "ringing"), new("Event", "answered"), new("Event", "ringing")]));

    // "documented: HTTPS voice callbacks drop the port, HTTP keeps it"; "no userinfo"
    [Theory]
    [InlineData("https://h.test:8443/a?b=c:1", SignPort.Documented, "https://h.test/a?b=c:1")]
    [InlineData("https://h.test:8443/a", SignPort.Keep, "https://h.test:8443/a")]
    [InlineData("http://h.test:8080/a", SignPort.Documented, "http://h.test:8080/a")]
    [InlineData("http://h.test:8080/a", SignPort.Drop, "http://h.test/a")]
    [InlineData("http://h.test/a:80/", SignPort.Drop, "http://h.test/a:80/")]
    [InlineData("http://[::1]:8080/a", SignPort.Drop, "http://[::1]/a")]
    [InlineData("https://me:secret@h.test:8443/a@b#rc=2", SignPort.Documented, "https://h.test/a@b")]
    internal void SignedUrl_HasItsPortAsTheSwitchSays(string url, SignPort port, string signed) => Assert.Equal(signed, Signature.SignedUrl(url, port));

    [Fact]
    public async Task SignPort_OfTheConfiguration_Counts()
    {
        await using var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Hangup/>" : null,
            config =>
            {
                config["signPort"] = "drop";
                config["numbers"]![0]!["voiceUrl"] = "http://service.test:8080/inbound";
            });
        await trunk.Play();
        var asked = Assert.Single(trunk.Web.At("/inbound"));
        Assert.Equal("http://service.test:8080/inbound", asked.Url.OriginalString);
        Assert.Equal(Signature.Of(TrunkDriver.Token, "http://service.test/inbound", new Form(asked.Form)), asked.Headers["X-Twilio-Signature"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Webhook_CarriesTheSignatureOfWhatIsOnTheWire(string method)
    {
        await using var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Hangup/>" : null,
            config =>
            {
                config["numbers"]![0]!["voiceMethod"] = method;
                config["numbers"]![0]!["voiceUrl"] = TrunkDriver.Service + "/inbound?b=1&a=%402#rc=2";
            });
        await trunk.Play();
        var asked = Assert.Single(trunk.Web.At("/inbound"));
        var url = asked.Url.OriginalString;
        Assert.DoesNotContain("#", url, StringComparison.Ordinal);
        Assert.StartsWith(TrunkDriver.Service + "/inbound?b=1&a=%402", url, StringComparison.Ordinal);
        var expected = Signature.Of(TrunkDriver.Token, url, method == "GET" ? [] : new Form(asked.Form));
        Assert.Equal(expected, asked.Headers["X-Twilio-Signature"]);
    }
}
