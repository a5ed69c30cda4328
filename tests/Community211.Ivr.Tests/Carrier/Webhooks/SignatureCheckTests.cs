using System.Text;
using Community211.Ivr.Carrier;
using CsCheck;

namespace Community211.Ivr.Tests.Carrier.Webhooks;

/// <summary>Vectors marked "SDK" were computed by the carrier's own packages.</summary>
public sealed class SignatureCheckTests
{
    private const string Site = "https://mycompany.com";
    private const string Target = "/myapp.php?foo=1&bar=2";
    private const string Form = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private const string Signed = "CallSidCA1234567890ABCDECaller+14158675309Digits1234From+14158675309To+18005551212";
    private const string Sdk = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly SignatureCheck Check = new(Known.Options(Site));

    // "msg = full URL as configured + for each parameter name sorted ordinally: name + decoded value, no separators."
    [Theory]
    [InlineData(Form)]
    [InlineData("To=%2b18005551212&From=%2b14158675309&Digits=1234&Caller=%2b14158675309&CallSid=CA1234567890ABCDE")]
    public void Post_SdkVector_IsValid(string form) => Assert.True(Check.Valid(Sent.Post(Target, form).Signature(Sdk)));

    // SDK. "Empty values contribute only the name."
    [Fact]
    public void Post_EmptyFields_CountWithTheirNames() =>
        Assert.True(Check.Valid(Sent.Post(Target, Form + "&FromCity=&CallerCity").Signature("l9dYPE2l5LIbD1RoRJFPbWGHGMs=")));

    // SDK. Decoded values are signed as UTF-8, whichever way the space was sent.
    [Theory]
    [InlineData("&FromCity=MONTR%C3%89AL-EST&SpeechResult=aide+%C3%A0+loyer+%26+100%25+%E6%97%A5%E6%9C%AC")]
    [InlineData("&SpeechResult=aide%20%c3%a0%20loyer%20%26%20100%25%20日本&FromCity=MONTRÉAL-EST")]
    public void Post_NonAscii_IsValid(string more) =>
        Assert.True(Check.Valid(Sent.Post(Target, Form + more).Signature("JyWCt4E+y6X9pkY+YuyaHKLHhgw=")));

    // "Repeated names: Python/Node SDK de-duplicate and sort values; C# does not."
    [Theory]
    [InlineData("PqNmSrMcHODVe7scfhGC+zYKSA4=")]
    [InlineData("v87kAXpB+TEpYTL5lU3EaqSJJ7c=")]
    public void Post_RepeatedFields_AreValidInBothWays(string signature) =>
        Assert.True(Check.Valid(Sent.Post(Target, Form + "&MediaUrl=b&MediaUrl=a&MediaUrl=b").Signature(signature)));

    // SDK. "GET: msg = URL with query only."
    [Fact]
    public void Get_UrlAlone_IsSigned() => Assert.True(Check.Valid(Sent.Get(Target).Signature("zYQTYrRWXE7LtzbG4PfP7/bkkGo=")));

    // "documented: HTTPS voice callbacks drop the port, HTTP keeps it; in practice inconsistent -> accept URL with and without port."
    [Theory]
    [InlineData("https://mycompany.com", "https://mycompany.com:443")]
    [InlineData("https://mycompany.com:443", "https://mycompany.com")]
    [InlineData("https://mycompany.com:1234", "https://mycompany.com:1234")]
    [InlineData("https://mycompany.com:1234", "https://mycompany.com")]
    [InlineData("http://mycompany.com", "http://mycompany.com:80")]
    [InlineData("http://127.0.0.1:5211/", "http://127.0.0.1:5211")]
    public void Port_GivenOrNot_IsValid(string configured, string theirs)
    {
        var request = Sent.Post(Target, Form).Signature(Sent.Sign(theirs + Target + Signed));
        Assert.True(new SignatureCheck(Known.Options(configured)).Valid(request));
    }

    [Theory]
    [InlineData("https://mycompany.com:1234")]
    [InlineData("http://mycompany.com")]
    [InlineData("https://other.example.org")]
    public void Url_OtherThanConfigured_IsInvalid(string theirs) =>
        Assert.False(Check.Valid(Sent.Post(Target, Form).Signature(Sent.Sign(theirs + Target + Signed))));

    // SDK, with a token of 32 digits.
    [Theory]
    [InlineData("/voice/step?answer=3")]
    [InlineData("/base/voice/step?answer=3")]
    public void PathBase_TakenOffByAProxyOrNot_IsPartOfTheUrl(string target)
    {
        var options = Known.Options("https://ivr.example.org/base/");
        options.AuthToken = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
        Assert.True(new SignatureCheck(options).Valid(Sent.Post(target, Form).Signature("M3DywXkkztWRta21edBZxCU6Mzc=")));
    }

    // "Token rotation: accept primary + secondary."
    [Fact]
    public void Tokens_BothDuringRotation_AreAccepted()
    {
        var options = Known.Options(Site);
        options.AuthToken = "the-newer-token-of-ours";
        options.SecondaryAuthToken = "12345";
        Assert.True(new SignatureCheck(options).Valid(Sent.Post(Target, Form).Signature(Sdk)));
        options.SecondaryAuthToken = "";
        Assert.False(new SignatureCheck(options).Valid(Sent.Post(Target, Form).Signature(Sdk)));
        Assert.False(new SignatureCheck(options).Valid(Sent.Post(Target, Form).Signature(Sent.Sign(Site + Target + Signed, ""))));
    }

    // SDK. "JSON: URL contains bodySHA256=<hex sha256 of raw body>; msg = URL; check both."
    [Theory]
    [InlineData("{\"property\": \"value\", \"boolean\": true}", true)]
    [InlineData("{\"property\": \"other\", \"boolean\": true}", false)]
    public void BodyHash_InTheUrl_CoversTheRawBody(string body, bool valid)
    {
        const string Hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var request = Sent.Post($"{Target}&bodySHA256={Hash}", body, "application/json").Signature("a9nBmqA0ju/hNViExpshrM61xv4=");
        Assert.Equal(valid, Check.Valid(request));
        Assert.False(Check.Valid(request.Signature(Sdk)));
    }

    [Fact]
    public void BodyHash_AddedByAForger_IsInvalid()
    {
        const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Assert.False(Check.Valid(Sent.Post($"{Target}&bodySHA256={Hash}", "").Signature(Sent.Sign(Site + Target))));
    }

    // "Compare in constant time; missing header -> 403."
    [Fact]
    public void Header_MissingEmptyOrAltered_IsInvalid()
    {
        var request = Sent.Post(Target, Form);
        Assert.False(Check.Valid(request));
        Assert.False(Check.Valid(request.Signature("")));
        Assert.False(Check.Valid(request.Signature(Sdk[..^1])));
        Assert.False(Check.Valid(request.Signature(Sdk.ToLowerInvariant())));
        Assert.False(Check.Valid(request.Signature("Np1nax6uFoY6qpfT5l9jWwJeit0=")));
        Assert.True(Check.Valid(request.With("x-twilio-signature", Sdk)));
    }

    [Fact]
    public void Body_UnderAnotherContentType_IsStillSigned() =>
        Assert.False(Check.Valid(Sent.Post(Target, Form, "text/plain").Signature(Sent.Sign(Site + Target))));

    [Fact]
    public void Host_HeadersOfTheRequest_AreNotBelieved() =>
        Assert.False(Check.Valid(Sent.Post(Target, Form)
            .With("Host", "evil.example.org").With("X-Forwarded-Host", "evil.example.org")
            .Signature(Sent.Sign("https://evil.example.org" + Target + Signed))));

    [Fact]
    public void AnyBytes_Sent_NeverThrow() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String, Gen.OneOf(Gen.String, Gen.Const(Sdk)), Gen.OneOf("GET", "POST", "PUT", ""))
            .Sample((body, target, signature, method) =>
                !Check.Valid(Sent.Post(target, body).Signature(signature) with { Method = method }));

    [Fact]
    public void AnyForm_SignedAsSent_IsValid() =>
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 9], Gen.String[Gen.Char[' ', '\u0fff'], 0, 20])[0, 12].Sample(form =>
        {
            var sorted = form.OrderBy(pair => pair.Key, StringComparer.Ordinal);
            var signature = Sent.Sign(Site + Target + string.Concat(sorted.Select(pair => pair.Key + pair.Value)));
            var body = string.Join('&', form.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            Assert.True(Check.Valid(Sent.Post(Target, Encoding.UTF8.GetBytes(body)).Signature(signature)));
        });
}
