using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>What the carrier says to the credentials, and where it brings our numbers' calls.</summary>
public sealed class DoctorCarrierTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly CarrierAtHome _carrier = new();

    public async ValueTask InitializeAsync() => _house.With("Twilio", "ApiBaseUrl", await _carrier.Start());

    public async ValueTask DisposeAsync()
    {
        await _carrier.DisposeAsync();
        _house.Dispose();
    }

    [Fact]
    public async Task Carrier_WithEverythingInPlace_IsFine()
    {
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains($"takes the credentials of {Carrier.Known.Account}\n", said, StringComparison.Ordinal);
        Assert.Contains($"ok   Numbers         all {_carrier.Numbers.Count} numbers of places.yaml are the account's, and their calls come to http://127.0.0.1:5211\n", said, StringComparison.Ordinal);
        Assert.All(_carrier.Asked, a => Assert.StartsWith("GET ", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_ThatTheCarrierRefuses_IsNamedAndMasked()
    {
        _carrier.Token = "another";
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("refuses the credentials (20003: Authenticate). Twilio:AccountSid AC00000000000000000000000000000211 is well-formed, so most likely Twilio:AuthToken (****8f90) is not its token", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_RetiredWhileTheSecondaryWorks_IsTold()
    {
        _carrier.Token = "fedcba9876543210fedcba9876543210";
        _house.With("Twilio", "SecondaryAuthToken", _carrier.Token);
        var (_, said) = await _house.Look();
        Assert.Contains("Twilio:SecondaryAuthToken is taken, Twilio:AuthToken (****8f90) is not\n     do: The rotation is over", said, StringComparison.Ordinal);
        Assert.DoesNotContain(_carrier.Token, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "FAIL Carrier", "does not know the account")]
    [InlineData(503, "warn Carrier", "answered 503")]
    [InlineData(302, "FAIL Carrier", "answered 302 and showed no account")]
    public async Task Carrier_AnsweringOtherwise_IsTold(int status, string outcome, string sentence)
    {
        _carrier.Refuses = status;
        var line = (await _house.Look()).Said.Split('\n').Single(l => l.Contains(" Carrier  ", StringComparison.Ordinal));
        Assert.StartsWith(outcome, line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_SuspendedOrOnTrial_IsTold()
    {
        _carrier.AccountStatus = "suspended";
        Assert.Contains("is suspended\n", (await _house.Look()).Said, StringComparison.Ordinal);
        (_carrier.AccountStatus, _carrier.AccountType) = ("active", "Trial");
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains(", a trial account\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59, null)]
    [InlineData(90, "warn Clock           this machine's clock is 90 s behind the carrier's\n")]
    [InlineData(-3600, "warn Clock           this machine's clock is 3600 s ahead of the carrier's\n")]
    public async Task Clock_OffByMoreThanAMinute_IsTold(int seconds, string? line)
    {
        _carrier.Now = _house.Clock.GetUtcNow().AddSeconds(seconds);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        if (line is null)
            Assert.DoesNotContain("Clock", said, StringComparison.Ordinal);
        else
            Assert.Contains(line, said, StringComparison.Ordinal);
    }

    // One cause, one line.
    [Fact]
    public async Task PublicBaseUrl_OtherThanEveryNumberSays_IsOneFinding()
    {
        _house.With("Twilio", "PublicBaseUrl", "http://127.0.0.1:5999");
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        var line = Assert.Single(said.Split('\n'), l => l.Contains(" Numbers  ", StringComparison.Ordinal));
        Assert.Equal($"FAIL Numbers         the carrier sends the calls of all {_carrier.Numbers.Count} numbers to http://127.0.0.1:5211, and Twilio:PublicBaseUrl is http://127.0.0.1:5999", line);
        Assert.Contains("     do: If http://127.0.0.1:5211 leads here, set Twilio:PublicBaseUrl to it.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "FAIL Numbers         {0}, {1}: its status callback is not set")]
    [InlineData(int.MaxValue, "FAIL Numbers         each of the {2} numbers: its status callback is not set")]
    public async Task Numbers_WrongInTheSameWay_AreOneFinding(int many, string expected)
    {
        var wrong = _carrier.Numbers.OrderBy(n => (string?)n["phone_number"], StringComparer.Ordinal).Take(many).ToList();
        wrong.ForEach(number => number["status_callback"] = null);
        var line = Assert.Single((await _house.Look()).Said.Split('\n'), l => l.Contains(" Numbers  ", StringComparison.Ordinal));
        var numbers = wrong.Select(n => (string)n["phone_number"]!).Take(2).ToArray();
        Assert.Contains(line, (string[])[.. new[] { numbers, [numbers[1], numbers[0]] }.Select(two => string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, two[0], two[1], _carrier.Numbers.Count))]);
    }

    [Theory]
    [InlineData("phone_number", "+16135550199", "FAIL Numbers", " of places.yaml is not among the account's numbers")]
    [InlineData("voice_url", "http://127.0.0.1:5211/voice/inbound/", "FAIL Numbers", ": its voice URL is http://127.0.0.1:5211/voice/inbound/")]
    [InlineData("voice_url", null, "FAIL Numbers", ": its voice URL is not set")]
    [InlineData("voice_method", "GET", "warn Numbers", ": its voice URL is asked with GET")]
    [InlineData("status_callback", "https://old.example.org/voice/status", "FAIL Numbers", ": its status callback is https://old.example.org/voice/status")]
    [InlineData("voice_fallback_url", null, "warn Numbers", ": it has no fallback URL")]
    [InlineData("voice_fallback_url", "http://127.0.0.1:5211/fallback.xml", "FAIL Numbers", "is on this service's own host")]
    [InlineData("voice_application_sid", "AP00000000000000000000000000000211", "FAIL Numbers", ": its calls go to AP00000000000000000000000000000211")]
    public async Task Number_SetUpOtherwise_IsNamed(string field, string? value, string outcome, string sentence)
    {
        var number = _carrier.Numbers[2]["phone_number"];
        _carrier.Numbers[2][field] = value;
        var (code, said) = await _house.Look();
        var line = Assert.Single(said.Split('\n'), l => l[..Math.Min(l.Length, 12)] is "FAIL Numbers" or "warn Numbers" or "ok   Numbers");
        Assert.StartsWith($"{outcome}         {number}", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        Assert.Equal(outcome.StartsWith("FAIL", StringComparison.Ordinal) ? CommandLine.No : CommandLine.Yes, code);
    }
}
