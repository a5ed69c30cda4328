using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier;

public sealed class TwilioOptionsCheckTests
{
    private const string Token = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    [Fact]
    public void Simulated_SampleTokenAndLoopback_AreFine() =>
        Assert.Empty(TwilioOptionsCheck.Findings(new CarrierOptions(), new TwilioOptions
        {
            AccountSid = Known.Account,
            AuthToken = TwilioOptions.SampleToken,
            PublicBaseUrl = "http://127.0.0.1:5211/base/",
            ApiBaseUrl = "http://localhost:5212/",
        }));

    [Fact]
    public void Twilio_OwnTokenAndHttps_AreFine() => Assert.Empty(TwilioOptionsCheck.Findings(Twilio(), Live()));

    [Fact]
    public void Mode_Unknown_NamesWhatIsAllowed() =>
        Assert.Equal(
            ["Carrier:Mode is 'Twillio'. Allowed: Simulated or Twilio."],
            TwilioOptionsCheck.Findings(new CarrierOptions { Mode = "Twillio" }, Live()));

    [Theory]
    [InlineData("Simulated", CarrierMode.Simulated)]
    [InlineData("twilio", CarrierMode.Twilio)]
    [InlineData("1", null)]
    public void Mode_AsWritten_IsRead(string mode, CarrierMode? kind) => Assert.Equal(kind, new CarrierOptions { Mode = mode }.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("AC123")]
    [InlineData("SK00000000000000000000000000000211")]
    [InlineData("AC0000000000000000000000000000021g")]
    [InlineData("AC00000000000000000000000000000211\n")]
    public void AccountSid_IllFormed_IsShown(string sid)
    {
        var options = Live();
        options.AccountSid = sid;
        Assert.Equal(
            [$"Twilio:AccountSid is '{sid}'. Allowed: AC followed by 32 hexadecimal digits."],
            TwilioOptionsCheck.Findings(Twilio(), options));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("short", "****")]
    [InlineData("fifteen-charact", "****ract")]
    [InlineData("sixteen characters", "****ters")]
    [InlineData("seize-caractères", "****ères")]
    public void AuthToken_IllFormed_IsMasked(string token, string shown)
    {
        var options = Live();
        options.AuthToken = token;
        var finding = Assert.Single(TwilioOptionsCheck.Findings(Twilio(), options));
        Assert.Equal(
            $"Twilio:AuthToken is '{shown}'. Allowed: 32 hexadecimal digits, or at least 16 printable characters without spaces.",
            finding);
    }

    [Fact]
    public void SampleToken_ModeTwilio_IsRefusedForBothTokens()
    {
        var options = Live();
        options.AuthToken = TwilioOptions.SampleToken;
        options.SecondaryAuthToken = TwilioOptions.SampleToken;
        Assert.Equal(
            [
                "Twilio:AuthToken is '****0211'. Allowed: with Carrier:Mode=Twilio the account's own token, not the sample one.",
                "Twilio:SecondaryAuthToken is '****0211'. Allowed: with Carrier:Mode=Twilio the account's own token, not the sample one.",
            ],
            TwilioOptionsCheck.Findings(Twilio(), options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ivr.example.org")]
    [InlineData("ftp://ivr.example.org")]
    [InlineData("https://ivr.example.org?x=1")]
    [InlineData("https://ivr.example.org/#top")]
    [InlineData("/voice")]
    public void PublicBaseUrl_IllFormed_IsRefusedInBothModes(string url)
    {
        var options = Live();
        options.PublicBaseUrl = url;
        foreach (var mode in new[] { "Simulated", "Twilio" })
        {
            var finding = Assert.Single(TwilioOptionsCheck.Findings(new CarrierOptions { Mode = mode }, options));
            Assert.StartsWith($"Twilio:PublicBaseUrl is '{url}'. Allowed: an absolute http ", finding, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://ivr.example.org", "an https URL")]
    [InlineData("https://localhost:5211", "a host name that the carrier can reach")]
    [InlineData("https://127.0.0.7", "a host name that the carrier can reach")]
    [InlineData("https://[::1]", "a host name that the carrier can reach")]
    [InlineData("https://0.0.0.0", "a host name that the carrier can reach")]
    [InlineData("https://ivr_one.example.org", "a host name that the carrier can reach")]
    public void PublicBaseUrl_ModeTwilio_MustBeReachable(string url, string allowed)
    {
        var options = Live();
        options.PublicBaseUrl = url;
        var finding = Assert.Single(TwilioOptionsCheck.Findings(Twilio(), options));
        var start = $"Twilio:PublicBaseUrl is '{url}'. Allowed: with Carrier:Mode=Twilio {allowed}";
        Assert.StartsWith(start, finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.twilio.com/2010-04-01", "https://api.twilio.com/2010-04-01")]
    [InlineData("https://me:secret@api.twilio.com", "https://****@api.twilio.com")]
    public void ApiBaseUrl_WithPathOrUser_IsRefusedWithoutShowingThePassword(string url, string shown)
    {
        var options = Live();
        options.ApiBaseUrl = url;
        var finding = Assert.Single(TwilioOptionsCheck.Findings(Twilio(), options));
        Assert.StartsWith($"Twilio:ApiBaseUrl is '{shown}'. Allowed: an absolute http ", finding, StringComparison.Ordinal);
    }

    private static CarrierOptions Twilio() => new() { Mode = "Twilio" };

    private static TwilioOptions Live() => new()
    {
        AccountSid = Known.Account,
        AuthToken = Token,
        PublicBaseUrl = "https://ivr.example.org/base",
        ApiBaseUrl = "https://api.twilio.com",
    };
}
