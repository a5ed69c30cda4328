using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Control;

public sealed class ControlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => "<Gather numDigits=\"1\" timeout=\"600\" action=\"/key\" input=\"dtmf speech\"/>",
        "/key" => "<Say>Heard.</Say>",
        _ => null,
    });

    [Theory]
    [InlineData("POST", "/sim/calls", "{\"to\":\"+14165550000\"}", 404, "no number of this account")]
    [InlineData("POST", "/sim/calls", "{\"to\":\"911\"}", 404, "no number of this account")]
    [InlineData("POST", "/sim/calls", "{\"script\":[{\"press\":\"x\"}]}", 400, "script item")]
    [InlineData("POST", "/sim/calls", "{\"script\":[{\"press\":\"1\",\"wait\":2}]}", 400, "script item")]
    [InlineData("POST", "/sim/calls", "{\"sript\":[]}", 400, "sript")]
    [InlineData("POST", "/sim/calls", "not json", 400, "no JSON: line 1, character 2")]
    [InlineData("POST", "/sim/calls", "{\"from\":\"\"}", 400, "'from' is empty")]
    [InlineData("GET", "/sim/calls/CA0", "", 404, "no call CA0")]
    [InlineData("POST", "/sim/calls/CA0/act", "{\"press\":\"1\"}", 404, "no call CA0")]
    [InlineData("PUT", "/sim/people/+14165550999", "{\"answer\":\"sometimes\"}", 400, "agent, mailbox, busy")]
    [InlineData("PUT", "/sim/people/+14165550999", "{\"ringFor\":-1}", 400, "0 to 14400 seconds")]
    [InlineData("POST", "/sim/send", "{\"url\":\"nowhere\"}", 400, "absolute URL")]
    [InlineData("GET", "/sim/fallback.xml", "", 404, "fallbackDocument")]
    [InlineData("GET", "/sim/nothing", "", 404, "no /sim/nothing")]
    public async Task Request_ThatIsWrong_IsToldWhatAndWhatToDo(string method, string path, string body, int status, string words)
    {
        await using var trunk = await Trunk();
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var answer = await trunk.Http.SendAsync(request, Token);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_PressSayAndHangUp_ReachTheCall()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("gather").Count == 1);
        (await trunk.Http.PostAsJsonAsync($"/sim/calls/{call.Sid}/act", new { press = "9" }, Token)).EnsureSuccessStatusCode();
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("9", trunk.Web.At("/key")[0]["Digits"]);
        Assert.Equal(409, (int)(await trunk.Http.PostAsJsonAsync($"/sim/calls/{call.Sid}/act", new { press = "9" }, Token)).StatusCode);

        var second = await trunk.Place();
        await trunk.Until(() => second.Of("gather").Count == 1);
        await trunk.Http.PostAsJsonAsync($"/sim/calls/{second.Sid}/act", new { hangUp = true }, Token);
        await trunk.Until(() => second.Leg.IsOver);
        Assert.Equal("caller", (string?)second.The("ended")["by"]);

        var third = await trunk.Place();
        await trunk.Until(() => third.Of("gather").Count == 1);
        await trunk.Http.PostAsJsonAsync($"/sim/calls/{third.Sid}/act", new { say = "food" }, Token);
        await trunk.Until(() => third.Leg.IsOver);
        Assert.Equal("food", trunk.Web.At("/key")[1]["SpeechResult"]);
        var shown = JsonNode.Parse(await trunk.Http.GetStringAsync($"/sim/calls/{third.Sid}", Token))!;
        Assert.Equal(third.Events.Count, shown["events"]!.AsArray().Count);
        Assert.Equal(3, JsonNode.Parse(await trunk.Http.GetStringAsync("/sim/calls", Token))!["calls"]!.AsArray().Count);
    }

    [Fact]
    public async Task Config_WhileACallIsLive_DoesNotDisturbIt()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("gather").Count == 1);
        var config = TrunkDriver.Config();
        config["authToken"] = "other";
        config["numbers"]![0]!["voiceUrl"] = TrunkDriver.Service + "/elsewhere";
        (await trunk.Http.PutAsJsonAsync("/sim/config", config, Token)).EnsureSuccessStatusCode();
        await trunk.Http.PostAsJsonAsync($"/sim/calls/{call.Sid}/act", new { press = "9" }, Token);
        await trunk.Until(() => call.Leg.IsOver);
        var key = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal(Signature.Of(TrunkDriver.Token, key.Url.OriginalString, new Form(key.Form)), key.Headers["X-Twilio-Signature"]);
        await trunk.Play();
        Assert.Single(trunk.Web.At("/elsewhere"));
    }

    [Theory]
    [InlineData("accountSid", "\"AC1\"", "32 hexadecimal digits")]
    [InlineData("authToken", "\"\"", "not empty")]
    [InlineData("speakingRate", "20", "60 to 400")]
    [InlineData("waitUrlFailure", "\"panic\"", "retry or leave")]
    [InlineData("tollFree", "\"+18005550000\"", "one of the numbers")]
    [InlineData("fallbackDocument", "\"nowhere.xml\"", "exists")]
    [InlineData("numbers", "[{\"number\":\"211\",\"voiceUrl\":\"http://a.test/\"}]", "numbers[0].number")]
    [InlineData("numbers", "[{\"number\":\"+14165550100\",\"voiceUrl\":\"a\"}]", "numbers[0].voiceUrl")]
    [InlineData("signPort", "\"maybe\"", "keep or drop")]
    [InlineData("faults", "[{\"on\":\"rest\"}]", "faults[0].what")]
    [InlineData("colour", "1", "colour")]
    public void Config_WithABadValue_NamesKeyValueAndWhatIsAllowed(string key, string value, string words)
    {
        var config = TrunkDriver.Config();
        config[key] = JsonNode.Parse(value);
        Assert.Contains(words, Assert.Throws<BadInput>(() => ConfigReader.Read(config.ToJsonString(), ".")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SignsAndSendsAsTheCarrierWould()
    {
        await using var trunk = await Trunk();
        var answer = await trunk.Http.PostAsJsonAsync(
            "/sim/send",
            new { method = "POST", url = TrunkDriver.Service + "/key?turn=2", form = new { CallSid = "CA1", Many = new[] { "a", "b" } }, headers = new Dictionary<string, string> { ["X-Test"] = "1" } },
            Token);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(200, (int)told["status"]!);
        Assert.Contains("Heard.", (string?)told["body"], StringComparison.Ordinal);
        var asked = Assert.Single(trunk.Web.At("/key"));
        Assert.Equal("1", asked.Headers["X-Test"]);
        Assert.Equal(["CA1", "a", "b"], asked.Form.Select(field => field.Value));
        Assert.Equal(Signature.Of(TrunkDriver.Token, asked.Url.OriginalString, new Form(asked.Form)), asked.Headers["X-Twilio-Signature"]);
    }

    // "JSON: URL contains `bodySHA256=<hex sha256 of raw body>`; msg = URL"
    [Fact]
    public async Task Send_OfJson_PutsItsHashIntoTheUrlAndSignsTheUrlAlone()
    {
        await using var trunk = await Trunk();
        const string body = "{\"status\":\"ready\",\"n\":1}";
        var request = new StringContent($"{{\"url\":\"{TrunkDriver.Service}/key?a=1\",\"json\":{body}}}", Encoding.UTF8, "application/json");
        (await trunk.Http.PostAsync("/sim/send", request, Token)).EnsureSuccessStatusCode();
        var asked = Assert.Single(trunk.Web.At("/key"));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        Assert.Equal($"{TrunkDriver.Service}/key?a=1&bodySHA256={hash}", asked.Url.OriginalString);
        Assert.Equal(Signature.Of(TrunkDriver.Token, asked.Url.OriginalString, []), asked.Headers["X-Twilio-Signature"]);
        Assert.Equal(body, asked.Form[0].Key);
        Assert.Equal(400, (int)(await trunk.Http.PostAsJsonAsync("/sim/send", new { url = TrunkDriver.Service, json = 1, form = new { a = "b" } }, Token)).StatusCode);
    }

    [Fact]
    public async Task Log_NumbersEverythingOfAllLegs()
    {
        await using var trunk = await Trunk();
        await trunk.Play(TrunkDriver.Simple(script: [new { press = "1" }]));
        await trunk.Get("Calls.json");
        var lines = (await trunk.Http.GetStringAsync("/sim/log", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(Enumerable.Range(1, lines.Length), lines.Select(line => (int)line["n"]!));
        Assert.Equal("rest", (string?)lines[^1]["kind"]);
        Assert.Equal(200, (int)lines[^1]["status"]!);
        var rest = (await trunk.Http.GetStringAsync($"/sim/log?after={lines.Length - 1}", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(rest);
    }

    [Fact]
    public async Task Health_SaysWhoThisIs()
    {
        await using var trunk = await Trunk();
        Assert.Equal(
            $"{{\"status\":\"ok\",\"product\":\"community211-trunk\",\"configured\":true,\"child\":false,\"process\":{Environment.ProcessId}}}", await trunk.Http.GetStringAsync("/sim/health", Token));
    }
}
