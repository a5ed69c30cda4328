using System.Security.Cryptography;
using System.Text;
using Community211.Ivr.Carrier;
using Community211.Ivr.Carrier.Explaining;
using CsCheck;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>What was broken is what is named.</summary>
public sealed class SignatureExplainerTests
{
    public static TheoryData<int, string> Each => new(Breaks.All.Select((b, i) => (i, $"{b.Code}: {b.Name}")));

    [Fact]
    public void Sound_Webhook_IsAccepted()
    {
        var why = new Sending().Explained();
        Assert.True(why.Accepted);
        Assert.Equal(("https://ivr.example.org/voice/step?answer=3&at=menu%20one&page=2", why.Given), (why.Url, why.Expected));
        Assert.Empty(why.Match!.Differences);
        Assert.Empty(why.Hints);
        Assert.StartsWith(why.Url + "AccountSidAC00000000000000000000000000000211ApiVersion2010-04-01CallSid", why.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Broken_InOneWay_IsNamed(int which, string name)
    {
        var why = Breaks.All[which].Break(new Sending()).Explained();
        Assert.False(why.Accepted, name);
        Assert.Equal([Breaks.All[which].Code], Codes(why));
    }

    [Fact]
    public void Broken_InSeveralWaysAtOnce_NamesEachOfThem() =>
        Gen.Shuffle(Enumerable.Range(0, Breaks.All.Length).ToArray(), 1, 3).Sample(
            picked =>
            {
                var breaks = picked.Select(i => Breaks.All[i]).DistinctBy(b => b.Part).OrderBy(b => b.Part, StringComparer.Ordinal).ToList();
                // A body that is gone into the URL is broken together with whatever breaks the query.
                if (breaks.Exists(b => b.Code == "method") && breaks.Exists(b => b.Part == "query"))
                    breaks.RemoveAll(b => b.Part == "query");
                var why = breaks.Aggregate(new Sending(), (s, b) => b.Break(s)).Explained();
                Assert.False(why.Accepted);
                Assert.Equal(breaks.Select(b => b.Code).Order(), Codes(why).Order());
            },
            iter: 80,
            print: picked => string.Join(", ", picked.Select(i => Breaks.All[i].Name)));

    [Theory]
    [InlineData("https://ivr.example.org/base", "https://ivr.example.org", "/voice/step", "/voice/step", "path-base-missing", "https://ivr.example.org")]
    [InlineData("https://ivr.example.org/base", "https://ivr.example.org", "/voice/step", "/base/voice/step", "path-base-missing", "https://ivr.example.org")]
    [InlineData("https://ivr.example.org/base", "https://ivr.example.org", "/base/voice/step", "/base/base/voice/step", "path-base-doubled", null)]
    [InlineData("https://ivr.example.org/base", "https://ivr.example.org", "/base/base/voice/step", "/voice/step", "path-base-doubled", null)]
    [InlineData("https://ivr.example.org", "https://ivr.example.org", "/ivr/voice/step", "/voice/step", "path-base-stripped", "https://ivr.example.org/ivr")]
    [InlineData("http://127.0.0.1:5211", "https://127.0.0.1", "/voice/step", "/voice/step", "scheme", "https://127.0.0.1")]
    [InlineData("http://ivr.example.org:5211", "http://ivr.example.org:8080", "/voice/step", "/voice/step", "port", "http://ivr.example.org:8080")]
    public void Address_OtherThanConfigured_SaysWhatToConfigure(string configured, string origin, string told, string came, string code, string? configure)
    {
        var why = new Sending { Configured = configured, SignedOrigin = origin, SignedPath = told, Path = came }.Explained();
        Assert.Equal([code], Codes(why));
        Assert.Equal(configure, why.PublicBaseUrl);
    }

    [Fact]
    public void Token_Secondary_IsAcceptedAndSaid()
    {
        var why = (new Sending { SigningToken = "abcdefabcdefabcdef", Options = new TwilioOptions { AccountSid = Tests.Carrier.Known.Account, AuthToken = Sending.Token, SecondaryAuthToken = "abcdefabcdefabcdef" } }).Explained();
        Assert.True(why.Accepted);
        Assert.Equal("Twilio:SecondaryAuthToken", why.Match!.Token);
    }

    [Fact]
    public void Account_Other_IsRefusedThoughTheSignatureIsRight()
    {
        var sending = new Sending();
        var why = (sending with { SignedFields = [.. sending.SignedFields.Select(f => f.Name == "AccountSid" ? (f.Name, "ACffffffffffffffffffffffffffffffff") : f)] }).Explained();
        Assert.False(why.Accepted);
        Assert.Equal(["other-account"], why.Hints.Select(h => h.Code));
        var elsewhere = (sending with { SigningToken = "tokenofanothersubaccount", SignedFields = [.. sending.SignedFields.Select(f => f.Name == "AccountSid" ? (f.Name, "ACffffffffffffffffffffffffffffffff") : f)] }).Explained();
        Assert.Null(elsewhere.Match);
        Assert.Equal(["other-account", "address", "token"], elsewhere.Hints.Select(h => h.Code));
    }

    [Fact]
    public void Body_ReadByAMiddleware_IsLikelyMissing()
    {
        var why = (new Sending { Body = _ => [] }.With("Content-Length", "512")).Explained();
        Assert.Equal(["body-missing", "address", "token"], why.Hints.Select(h => h.Code));
    }

    [Fact]
    public void Header_MissingOrNoSignature_IsSaid()
    {
        Assert.Equal(["header-missing"], new Sending { Header = _ => [] }.Explained().Hints.Select(h => h.Code));
        Assert.Equal("header-broken", new Sending { Header = _ => [KeyValuePair.Create(CapturedRequest.SignatureHeader, "yes")] }.Explained().Hints[0].Code);
    }

    // "JSON: URL contains bodySHA256=<hex sha256 of raw body>; msg = URL; check both."
    [Theory]
    [InlineData("{\"a\": 1}", "", null)]
    [InlineData("{\"a\":1}", "", "body-changed")]
    [InlineData("{\"a\": 1}", "lost", "query-missing")]
    public void BodyHash_OverAnotherBodyOrLost_IsNamed(string came, string hash, string? code)
    {
        var announced = $"?bodySHA256={Convert.ToHexStringLower(SHA256.HashData("{\"a\": 1}"u8))}";
        var why = new Sending { SignedFields = [], SignedQuery = announced, Query = hash == "lost" ? "" : announced, Body = _ => Encoding.UTF8.GetBytes(came) }.Explained();
        Assert.Equal((string[])(code is null ? [] : [code]), Codes(why));
        Assert.Equal(code is null, why.Accepted);
    }

    [Fact]
    public void AnyRequest_Explained_EndsAndShowsNoToken() =>
        Gen.Select(Gen.Byte.Array[0, 60], Gen.String[0, 30], Gen.String[0, 30]).Sample(
            (body, target, signature) =>
            {
                var why = new SignatureExplainer(new TwilioOptions { AccountSid = Tests.Carrier.Known.Account, AuthToken = Sending.Token }).Explain(
                    new CapturedRequest("POST", null, "/" + target, [KeyValuePair.Create(CapturedRequest.SignatureHeader, signature)], body));
                Assert.False(why.Accepted);
                Assert.DoesNotContain(Sending.Token, $"{why} {string.Join(' ', why.Hints)}", StringComparison.Ordinal);
            },
            iter: 30);

    private static IEnumerable<string> Codes(SignatureExplanation why) => why.Match?.Differences.Select(d => d.Code) ?? ["nothing fits"];
}
