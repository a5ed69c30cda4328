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
