using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

/// <summary>Who may come in, and what is not there.</summary>
public sealed class RestApiTests
{
    private const string Key = "SK00000000000000000000000000000211";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<TrunkDriver> Trunk() =>
        TrunkDriver.Start(HelpLine.Answer, config => config["apiKeys"] = new JsonObject { [Key] = "secret" });

    private static Task<HttpResponseMessage> Ask(TrunkDriver trunk, string account, string? credentials)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, $"/2010-04-01/Accounts/{account}/Calls.json");
        if (credentials is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return trunk.Http.SendAsync(message, Token);
    }

    // "HTTP Basic AccountSid:AuthToken or APIKey:Secret"
    [Theory]
    [InlineData(TrunkDriver.Account + ":12345", 200)]
    [InlineData(Key + ":secret", 200)]
    [InlineData(Key + ":12345", 401)]
    [InlineData("SK00000000000000000000000000000999:secret", 401)]
    [InlineData(TrunkDriver.Account + ":wrong", 401)]
    [InlineData(TrunkDriver.Account, 401)]
    [InlineData("AC00000000000000000000000000000999:12345", 401)]
    [InlineData(null, 401)]
    public async Task Access_GoesByTheAccountsTokenOrAnApiKey(string? credentials, int status)
    {
        await using var trunk = await Trunk();
        var answer = await Ask(trunk, TrunkDriver.Account, credentials);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 401)
            return;
        Assert.Equal("Basic realm=\"Twilio API\"", answer.Headers.WwwAuthenticate.ToString());
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(20003, (int)body["code"]!);
        Assert.Equal(401, (int)body["status"]!);
        Assert.Equal("https://www.twilio.com/docs/errors/20003", (string?)body["more_info"]);
    }

    [Fact]
    public async Task Access_ToAnotherAccount_IsNotFound()
    {
        await using var trunk = await Trunk();
        Assert.Equal(404, (int)(await Ask(trunk, "AC00000000000000000000000000000999", TrunkDriver.Account + ":12345")).StatusCode);
    }

    [Fact]
    public async Task Account_ShowsThatTheCredentialsAreRight()
    {
        await using var trunk = await Trunk();
        var account = await trunk.Get($"../{TrunkDriver.Account}.json");
        Assert.Equal(TrunkDriver.Account, (string?)account["sid"]);
        Assert.Equal("active", (string?)account["status"]);
        Assert.EndsWith("/IncomingPhoneNumbers.json", (string?)account["subresource_uris"]!["incoming_phone_numbers"], StringComparison.Ordinal);
    }

    // "suffix `.json` needed (default is XML)"
    [Theory]
    [InlineData("Calls")]
    [InlineData("Queues/QU0")]
    public async Task Path_WithoutJson_IsLoudlyNotSimulated(string path)
    {
        await using var trunk = await Trunk();
        Assert.StartsWith("not simulated: XML", (string?)(await trunk.Get(path, 406))["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_ThatAResourceDoesNotHave_IsRefused()
    {
        await using var trunk = await Trunk();
        Assert.Equal(20004, (int)(await trunk.RestJson(HttpMethod.Delete, "Calls.json", 405))["code"]!);
        Assert.Equal(20004, (int)(await trunk.Post("Queues/QU0/Members.json", 405))["code"]!);
    }

    [Fact]
    public async Task Resource_ThatIsNotSimulated_IsNotFoundAndToldInTheLog()
    {
        await using var trunk = await Trunk();
        Assert.Equal(20404, (int)(await trunk.Get("Applications.json", 404))["code"]!);
        Assert.Contains("not simulated: GET", await trunk.Http.GetStringAsync("/sim/log", Token), StringComparison.Ordinal);
    }
}
