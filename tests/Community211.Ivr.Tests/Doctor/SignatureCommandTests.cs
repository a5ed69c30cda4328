using System.Text;
using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Tests.Carrier;
using Community211.Ivr.Tests.Recordings;

namespace Community211.Ivr.Tests.Doctor;

/// <summary><c>doctor signature</c> as it is typed. Vectors marked "SDK" were computed by the carrier's own packages.</summary>
public sealed class SignatureCommandTests : IDisposable
{
    private const string Form = "CallSid=CA1&AccountSid=AC00000000000000000000000000000211&From=%2B14165550123";
    private const string Fields = "AccountSidAC00000000000000000000000000000211CallSidCA1From+14165550123";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Url_AsConfigured_PrintsUrlStringAndSignature()
    {
        var (code, said, _) = await Type("--url", "http://127.0.0.1:5211/voice/inbound", "--param", "From=+14165550123", "--param", "CallSid=CA1", "--param", $"AccountSid={Known.Account}");
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains($"  URL        http://127.0.0.1:5211/voice/inbound\n  string     http://127.0.0.1:5211/voice/inbound{Fields}\n", said, StringComparison.Ordinal);
        Assert.Contains($"  signature  {Sent.Sign("http://127.0.0.1:5211/voice/inbound" + Fields, House.Token)}\n", said, StringComparison.Ordinal);
        Assert.Contains("Twilio:AuthToken (****8f90)", said, StringComparison.Ordinal);
        Assert.DoesNotContain(House.Token, said, StringComparison.Ordinal);
    }

    // SDK, with a token of 32 digits.
    [Fact]
    public async Task Url_BelowAPathBase_IsSignedAsByTheSdk()
    {
        _house.With("Twilio", "AuthToken", "f0e1d2c3b4a5968778695a4b3c2d1e0f").With("Twilio", "PublicBaseUrl", "https://ivr.example.org/base/");
        string[] form = ["CallSid=CA1234567890ABCDE", "Caller=+14158675309", "Digits=1234", "From=+14158675309", "To=+18005551212"];
        var (code, said, _) = await Type(["--url", "https://ivr.example.org/base/voice/step?answer=3#rc=2", .. form.SelectMany(f => (string[])["--param", f]), "--signature", "M3DywXkkztWRta21edBZxCU6Mzc="]);
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("  signature  M3DywXkkztWRta21edBZxCU6Mzc=\n", said, StringComparison.Ordinal);
        Assert.EndsWith("The signature is right: this service takes the request.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_OtherThanConfigured_SaysWhatToConfigure()
    {
        var (code, said, _) = await Type("--url", "https://127.0.0.1/voice/inbound", "--method", "get");
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("The signature is right for https://127.0.0.1/voice/inbound: the carrier was told another address.\n", said, StringComparison.Ordinal);
        Assert.Contains("  do: Set Twilio:PublicBaseUrl to https://127.0.0.1, or change the number's VoiceUrl", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\n")]
    public async Task Request_AsCaptured_IsRead(string line, string end)
    {
        var signature = Sent.Sign("http://127.0.0.1:5211/voice/inbound?at=a%20b" + Fields, House.Token);
        var (code, said, _) = await Type("--request", Kept(string.Join(line, "POST /voice/inbound?at=a%20b HTTP/1.1", "Host: inner:8080", $"x-twilio-signature: {signature}", $"Content-Length: {Form.Length}", "Content-Type: application/x-www-form-urlencoded", "", Form) + end));
        Assert.True(code == CommandLine.Yes, said);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_OfAnArchive_IsRead(bool whole)
    {
        var signature = Sent.Sign("http://127.0.0.1:5211/voice/inbound" + Fields, House.Token);
        var entry = new
        {
            request = new
            {
                method = "POST",
                url = "https://proxy.example.org/voice/inbound",
                headers = new[] { new { name = "X-Twilio-Signature", value = signature } },
                postData = new { mimeType = "application/x-www-form-urlencoded", text = Form },
            },
        };
        var unsigned = new { request = new { method = "GET", url = "https://proxy.example.org/", headers = Array.Empty<object>() } };
        var (code, said, _) = await Type("--request", Kept(whole ? JsonSerializer.Serialize(new { log = new { entries = new object[] { unsigned, entry } } }) : JsonSerializer.Serialize(entry)));
        Assert.True(code == CommandLine.Yes, said);
    }

    [Fact]
    public async Task Request_Json_HoldsWhatWasSigned()
    {
        var signature = Sent.Sign("http://127.0.0.1:5211/voice/inbound/" + Fields, House.Token);
        var (code, said, _) = await Type("--request", Kept($"POST /voice/inbound HTTP/1.1\nX-Twilio-Signature: {signature}\n\n{Form}"), "--json");
        var json = JsonSerializer.Deserialize<JsonElement>(said);
        Assert.Equal((CommandLine.No, false), (code, json.GetProperty("accepted").GetBoolean()));
        Assert.Equal("trailing-slash", json.GetProperty("differences")[0].GetProperty("code").GetString());
        Assert.Equal("http://127.0.0.1:5211/voice/inbound/" + Fields, json.GetProperty("signed").GetProperty("message").GetString());
    }

    // A proxy rewrote Host, and the public address is set to what arrives: nothing in the request says what was signed.
    [Fact]
    public async Task Request_WhoseHostWasRewritten_IsLikelyOfAnotherAddress_WhichMayBeGiven()
    {
        const string told = "https://ivr.example.org/voice/inbound";
        var file = Kept($"POST /voice/inbound HTTP/1.1\nHost: 127.0.0.1:5211\nX-Twilio-Signature: {Sent.Sign(told + Fields, House.Token)}\n\n{Form}");
        var (code, said, _) = await Type("--request", file);
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("  address: It may have been signed for an address that stands nowhere in the request", said, StringComparison.Ordinal);
        Assert.Contains("--request FILE --url URL\n  token: ", said, StringComparison.Ordinal);
        (code, said, _) = await Type("--request", file, "--url", told);
        Assert.Equal(CommandLine.No, code);
        Assert.Contains($"The signature is right for {told}: the carrier was told another address.\n", said, StringComparison.Ordinal);
        Assert.Contains("  do: Set Twilio:PublicBaseUrl to https://ivr.example.org, or change", said, StringComparison.Ordinal);
        (_, said, _) = await Type("--request", file, "--url", "https://other.example.org/voice/inbound");
        Assert.DoesNotContain("  address: ", said, StringComparison.Ordinal);
        Assert.Contains("  token: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name a captured request (--request FILE), an address (--url URL), or both")]
    [InlineData("--url is 'ivr'. Allowed: the whole address", "--url", "ivr", "--request", "request.txt")]
    [InlineData("--url is 'ivr'. Allowed: the whole address", "--url", "ivr")]
    [InlineData("--method is 'PUT'. Allowed: GET or POST.", "--url", "http://127.0.0.1/", "--method", "PUT")]
    [InlineData("--param is 'Digits'. Allowed: NAME=VALUE", "--url", "http://127.0.0.1/", "--param", "Digits")]
    [InlineData("With GET the parameters stand in the URL", "--url", "http://127.0.0.1/", "--param", "Digits=1", "--method", "GET")]
    [InlineData("--param and --method belong to --url", "--request", "x", "--param", "Digits=1")]
    [InlineData("cannot be read", "--request", "nowhere.txt")]
    public async Task AskedWrongly_SaysWhatIsAllowed(string sentence, params string[] words)
    {
        var (code, _, errors) = await Type(words);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{ \"log\": ")]
    [InlineData("{ \"log\": {} }")]
    public async Task Request_ThatIsNone_IsAskedWrongly(string text)
    {
        var (code, _, errors) = await Type("--request", Kept(text));
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.NotEmpty(errors);
    }

    private string Kept(string text)
    {
        var file = Path.Combine(_house.Folder, "request.txt");
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        return file;
    }

    private Task<(int Code, string Said, string Errors)> Type(params string[] words) => Typed.Run(["doctor", "signature", .. words, "--config", _house.Configuration]);
}
