using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class NumbersTests
{
    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(_ => "<Say>Hello.</Say>");

    private static async Task<string> Path(TrunkDriver trunk) =>
        $"IncomingPhoneNumbers/{(await trunk.Get("IncomingPhoneNumbers.json"))["incoming_phone_numbers"]![0]!["sid"]}.json";

    [Fact]
    public async Task Numbers_AreListedWithTheirUrls()
    {
        await using var trunk = await Trunk();
        var number = Assert.Single((await trunk.Get("IncomingPhoneNumbers.json"))["incoming_phone_numbers"]!.AsArray())!;
        Assert.Equal(TrunkDriver.Number, (string?)number["phone_number"]);
        Assert.Equal(TrunkDriver.Service + "/inbound", (string?)number["voice_url"]);
        Assert.Matches("^PN[0-9a-f]{32}$", (string?)number["sid"]);
        async Task<int> Count(string filter) => (await trunk.Get("IncomingPhoneNumbers.json?" + filter))["incoming_phone_numbers"]!.AsArray().Count;
        Assert.Equal(1, await Count("PhoneNumber=5550100"));
        Assert.Equal(0, await Count("PhoneNumber=%2B14165550101"));
        Assert.Equal(1, await Count("FriendlyName=%2B14165550100&Origin=twilio&Beta=false"));
        Assert.Equal(0, await Count("Origin=hosted"));
    }

    [Fact]
    public async Task Number_Changed_CountsFromTheNextCallOn()
    {
        await using var trunk = await Trunk();
        var path = await Path(trunk);
        var live = await trunk.Place();
        var changed = await trunk.Post(
            path, 200, ("VoiceUrl", TrunkDriver.Service + "/other"), ("VoiceMethod", "GET"), ("StatusCallback", TrunkDriver.Service + "/status2"),
            ("StatusCallbackMethod", "GET"), ("FriendlyName", "The line"), ("VoiceCallerIdLookup", "true"));
        Assert.Equal("The line", (string?)changed["friendly_name"]);
        Assert.True((bool)changed["voice_caller_id_lookup"]!);
        await trunk.Until(() => live.Leg.IsOver);
        await trunk.Play();
        Assert.Single(trunk.Web.At("/inbound"));
        Assert.Equal("GET", Assert.Single(trunk.Web.At("/other")).Method);
        Assert.Equal("GET", Assert.Single(trunk.Web.At("/status2")).Method);
        Assert.Equal(TrunkDriver.Service + "/fallback", (string?)(await trunk.Get(path))["voice_fallback_url"]);
        Assert.Null((await trunk.Post(path, 200, ("VoiceFallbackUrl", "")))["voice_fallback_url"]);
    }

    [Fact]
    public async Task Number_BoughtAndGivenBack_CanBeCalledMeanwhile()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("IncomingPhoneNumbers.json", 201, ("PhoneNumber", "+18075550100"), ("VoiceUrl", TrunkDriver.Service + "/north"));
        var call = await trunk.Play(new { from = "+18075550123", to = "+18075550100" });
        Assert.Equal(["Hello."], call.Heard);
        Assert.Single(trunk.Web.At("/north"));
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, $"IncomingPhoneNumbers/{made["sid"]}.json")).StatusCode);
        await trunk.Get($"IncomingPhoneNumbers/{made["sid"]}.json", 404);
        var refused = await trunk.Http.PostAsync("/sim/calls", new StringContent("{\"to\":\"+18075550100\"}"), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Number_BoughtByAreaCode_IsAFictionalOneThatIsFree()
    {
        await using var trunk = await Trunk();
        Assert.Equal("+14165550101", (string?)(await trunk.Post("IncomingPhoneNumbers.json", 201, ("AreaCode", "416")))["phone_number"]);
    }

    [Theory]
    [InlineData("PhoneNumber", "211", 21421)]
    [InlineData("PhoneNumber", TrunkDriver.Number, 21422)]
    [InlineData("AreaCode", "41", 21451)]
    [InlineData("FriendlyName", "no number", 20001)]
    public async Task Create_WithABadValue_IsRefused(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        Assert.Equal(code, (int)(await trunk.Post("IncomingPhoneNumbers.json", 400, (name, value)))["code"]!);
    }

    [Theory]
    [InlineData("VoiceUrl", "/relative", 21205)]
    [InlineData("VoiceMethod", "PUT", 20001)]
    [InlineData("VoiceCallerIdLookup", "perhaps", 20001)]
    public async Task Update_WithABadValue_IsRefused(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        Assert.Equal(code, (int)(await trunk.Post(await Path(trunk), 400, (name, value)))["code"]!);
    }

    // "GET, POST, DELETE": what is not simulated is told
    [Fact]
    public async Task Update_WithWhatIsNotSimulated_SaysSoInTheLog()
    {
        await using var trunk = await Trunk();
        await trunk.Post(await Path(trunk), 200, ("VoiceApplicationSid", "AP" + new string('0', 32)));
        Assert.Contains("not simulated: VoiceApplicationSid", await trunk.Http.GetStringAsync("/sim/log", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
