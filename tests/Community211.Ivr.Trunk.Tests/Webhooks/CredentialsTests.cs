using System.Net;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class CredentialsTests
{
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

    private static async Task<(TrunkDriver Trunk, PlacedCall Call)> Challenged(string challenge)
    {
        var trunk = await TrunkDriver.Start(
            asked => asked.Path == "/inbound" ? "<Say>Hello.</Say>" : null,
            config => config["numbers"]![0]!["voiceUrl"] = "http://me:secret@service.test/inbound?a=1");
        trunk.Web.Special = asked =>
        {
            if (asked.Path != "/inbound" || asked.Headers.ContainsKey("Authorization"))
                return null;
            var refused = StandIn.Status((int)HttpStatusCode.Unauthorized);
            refused.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
            return refused;
        };
        return (trunk, await trunk.Play());
    }

    [Fact]
    public async Task Digest_AskedFor_IsAnsweredWithoutThePassword()
    {
        var (trunk, call) = await Challenged("Digest realm=\"voice\", nonce=\"n1\", qop=\"auth\", opaque=\"o1\"");
        await using var _ = trunk;
        var authorization = trunk.Web.At("/inbound")[1].Headers["Authorization"];
        Assert.StartsWith("Digest username=\"me\", realm=\"voice\", nonce=\"n1\", uri=\"/inbound?a=1\", algorithm=MD5, response=\"", authorization, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", authorization, StringComparison.Ordinal);
        Assert.Equal(["Hello."], call.Heard);
    }

    // The example of RFC 2069 as corrected in its errata: no qop, MD5.
    [Fact]
    public void Digest_OfTheExampleInTheRfc_IsTheOneGivenThere() => Assert.Contains(
        "response=\"1949323746fe6a43ef61f9606e7febea\"",
        DigestAnswer.To("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"", "Mufasa", "CircleOfLife", "GET", "/dir/index.html"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Negotiate")]
    [InlineData("Digest realm=\"voice\", nonce=\"1\", algorithm=SHA-512-256")]
    public async Task Challenge_ThatTheTrunkCannotAnswer_IsSaid(string challenge)
    {
        var (trunk, call) = await Challenged(challenge);
        await using var _ = trunk;
        Assert.Contains("not simulated: an answer to '" + challenge, (string?)call.Of("webhook")[0]["note"], StringComparison.Ordinal);
    }
}
