using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Control;

/// <summary>What is written wrongly is refused before anything happens, in a sentence that names the place.</summary>
public sealed class OddJsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("null", "The body is null: a call is an object such as {\"from\"")]
    [InlineData("", "The body is empty: a call is an object such as")]
    [InlineData("[]", "The body is a list: a call is an object such as")]
    [InlineData("{\"from\":", "The body is no JSON: line 1, character 9")]
    [InlineData("{\"sript\":[]}", "'sript' is not known. Allowed: as, from, to, script, hangUpAfter,")]
    [InlineData("{\"habits\":{}}", "'habits' is not known")]
    [InlineData("{\"from\":\"anonymous\",\"From\":\"anonymous\"}", "'From' is given twice")]
    [InlineData("{\"from\":5}", "'from' is 5: text is needed")]
    [InlineData("{\"from\":\"\\ud800\"}", "'from' is not readable")]
    [InlineData("{\"script\":null}", "'script' is null: a list is needed")]
    [InlineData("{\"script\":[null]}", "'script[0]' is null: a script item is an object such as {\"press\":\"1\"}")]
    [InlineData("{\"script\":[{\"press\":\"1\",\"isValid\":true}]}", "'script[0].isValid' is not known")]
    [InlineData("{\"script\":[{\"wait\":\"5\"}]}", "'script[0].wait' is '5': a number is needed")]
    [InlineData("{\"script\":[{\"press\":\"1\"},{\"press\":\"x\"}]}", "'script[1]' is none of what a caller does")]
    [InlineData("{\"people\":null}", "'people' is null: an object is needed")]
    [InlineData("{\"people\":{\"first\":null}}", "'people.first' is null: a person is an object such as {\"answer\":\"busy\"}")]
    [InlineData("{\"bars\":null}", "'bars' is null: a list is needed")]
    [InlineData("{\"bars\":[null]}", "'bars[0]' is null: text is needed")]
    [InlineData("{\"parameters\":{\"ForwardedFrom\":null}}", "'parameters.ForwardedFrom' is null: text is needed")]
    [InlineData("{\"expect\":{\"heard\":[null]}}", "'expect.heard[0]' is null")]
    [InlineData("{\"expect\":{\"heard\":null}}", "'expect.heard' is null")]
    [InlineData("{\"expect\":{\"endedBy\":[null]}}", "'expect.endedBy[0]' is null")]
    [InlineData("{\"expect\":{\"with\":[null]}}", "'expect.with[0]' is null")]
    [InlineData("{\"expect\":{\"people\":1.5}}", "'expect.people' is 1.5: a whole number is needed")]
    [InlineData("{\"expect\":{}}", "'expect' is empty")]
    [InlineData("{\"faults\":[null]}", "'faults[0]' is null: a fault is an object such as {\"on\":\"webhook\"")]
    [InlineData("{\"faults\":5}", "'faults' is 5: a list or an object is needed")]
    [InlineData("{\"faults\":{\"duplicate\":[null]}}", "'faults.duplicate[0]' is null")]
    [InlineData("{\"faults\":{\"duplicate\":[\"voice\"]}}", "'faults.duplicate' has 'voice'")]
    [InlineData("{\"faults\":{\"late\":1}}", "'faults.late' is not known. Allowed: duplicate, statusDelay, duplicateStatus, rules")]
    [InlineData("{\"from\":\"garbage\"}", "'from' is 'garbage'. Allowed: a number in E.164")]
    [InlineData("{\"from\":\"+1416555\\n0123\"}", "Allowed: a number in E.164")]
    [InlineData("{\"to\":\"\"}", "'to' is empty: give the number to dial")]
    [InlineData("{\"as\":\"silent\",\"from\":\"garbage\"}", "'from' is 'garbage'")]
    public Task Call_WrittenWrongly_IsToldWhereAndWhat(string body, string words) => Refused(HttpMethod.Post, "/sim/calls", body, words);

    // "call ≤ 4 h (14400 s)": nothing that a caller or a person does takes longer.
    [Theory]
    [InlineData("{\"reaction\":1e300}", "'reaction' is 1E+300. Allowed: 0 to 14400 seconds.")]
    [InlineData("{\"hangUpAfter\":1e308}", "'hangUpAfter'")]
    [InlineData("{\"hangUpAfter\":1e999}", "'hangUpAfter' is 1e999: a number is needed")]
    [InlineData("{\"hangUpAfter\":14401}", "'hangUpAfter' is 14401")]
    [InlineData("{\"talk\":1e300}", "'talk'")]
    [InlineData("{\"talk\":-1}", "'talk' is -1. Allowed: 0 to 14400 seconds.")]
    [InlineData("{\"script\":[{\"wait\":1e300}]}", "'script[0]'")]
    [InlineData("{\"script\":[{\"tone\":\"CNG\",\"seconds\":1e300}]}", "'script[0]'")]
    [InlineData("{\"people\":{\"first\":{\"answer\":\"mailbox\",\"greeting\":1e300}}}", "'people.first.greeting'")]
    [InlineData("{\"people\":{\"others\":{\"ringFor\":1e300}}}", "'people.others.ringFor'")]
    [InlineData("{\"people\":{\"others\":{\"answer\":\"vendor\",\"vendor\":{\"languages\":{\"1\":\"French\"},\"hold\":1e300}}}}", "'people.others.vendor.hold'")]
    [InlineData("{\"faults\":{\"statusDelay\":1e300}}", "'faults.statusDelay'")]
    [InlineData("{\"faults\":[{\"on\":\"webhook\",\"what\":\"delay\",\"seconds\":1e300}]}", "'faults[0].seconds'")]
    public Task Call_ThatWouldTakeForEver_IsRefused(string body, string words) => Refused(HttpMethod.Post, "/sim/calls", body, words);

    [Theory]
    [InlineData("+14165550999", "{\"answer\":\"vendor\",\"vendor\":{\"languages\":null}}", "'vendor.languages' is null: an object is needed")]
    [InlineData("+14165550999", "{\"answer\":\"vendor\",\"vendor\":{\"languages\":{\"1\":null}}}", "'vendor.languages.1' is null: text is needed")]
    [InlineData("+14165550999", "{\"answer\":\"vendor\",\"vendor\":{\"languages\":{\"1\":\"x\"},\"refuses\":[null]}}", "'vendor.refuses[0]' is null")]
    [InlineData("+14165550999", "{\"answer\":\"zz\"}", "'answer' is 'zz'. Allowed: agent, mailbox")]
    [InlineData("+14165550999", "{\"answer\":null}", "'answer' is null: text is needed")]
    [InlineData("+14165550999", "{\"greeting\":1e300}", "'greeting' is 1E+300. Allowed: 0 to 14400 seconds.")]
    [InlineData("+14165550999", "{\"ringFor\":14400.5}", "'ringFor'")]
    [InlineData("notanumber", "{\"answer\":\"busy\"}", "'notanumber' is not a valid phone number")]
    [InlineData("x", "{\"answer\":\"busy\"}", "E.164 is allowed")]
    [InlineData("911", "{\"answer\":\"busy\"}", "'911' is a short code")]
    [InlineData("+1416555012345678999", "{\"answer\":\"busy\"}", "E.164 is allowed")]
    public Task Person_WhoCannotBe_IsRefused(string number, string body, string words) => Refused(HttpMethod.Put, "/sim/people/" + number, body, words);

    [Theory]
    [InlineData("{\"say\":\"\"}", "One of {\"press\"")]
    [InlineData("{\"say\":null}", "One of {\"press\"")]
    [InlineData("{\"isOneThing\":true}", "'isOneThing' is not known. Allowed: press, say, hangUp, answer, reject.")]
    [InlineData("{\"hangUp\":null}", "'hangUp' is null: true or false is needed")]
    [InlineData("\"9\"", "The body is '9': an act is an object such as {\"press\":\"1\"}.")]
    public async Task Act_WrittenWrongly_IsToldWhereAndWhat(string body, string words)
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("gather").Count == 1);
        await Refused(trunk, HttpMethod.Post, $"/sim/calls/{call.Sid}/act", body, words);
    }

    [Theory]
    [InlineData("numbers", "[null]", "'numbers[0]' is null: a number is an object such as {\"number\"")]
    [InlineData("apiKeys", "{\"SK00000000000000000000000000000211\":null}", "'apiKeys.SK00000000000000000000000000000211' is null: text is needed")]
    [InlineData("verifiedCallerIds", "null", "'verifiedCallerIds' is null")]
    [InlineData("seed", "1.5", "'seed' is 1.5: a whole number is needed")]
    [InlineData("callsPerSecond", "1e-300", "Configuration key 'callsPerSecond' is '1E-300'. Allowed: 0 (no limit), or 0.00001 to 1000.")]
    [InlineData("colour", "1", "'colour' is not known. Allowed: accountSid, authToken, seed,")]
    [InlineData("numbers", "[{\"number\":\"+14165550100\",\"voiceUrl\":\"httpx://a.test/\"}]", "numbers[0].voiceUrl")]
    public void Config_WrittenWrongly_IsToldWhereAndWhat(string key, string value, string words)
    {
        var config = TrunkDriver.Config();
        config[key] = JsonNode.Parse(value);
        Assert.Contains(words, Assert.Throws<BadInput>(() => ConfigReader.Read(config.ToJsonString(), ".")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "null", "The body is null: a list is needed")]
    [InlineData("PUT", "{}", "The body is an object: a list is needed")]
    [InlineData("PUT", "[null]", "'[0]' is null: a fault is an object such as")]
    [InlineData("POST", "{\"on\":\"webhook\",\"what\":\"delay\",\"seconds\":1,\"match\":{\"colour\":1}}", "'match.colour' is not known. Allowed: path, method")]
    [InlineData("POST", "{\"on\":\"rest\",\"what\":\"429\",\"times\":1e300}", "'times' is 1e300: a whole number is needed")]
    public Task Fault_WrittenWrongly_IsToldWhereAndWhat(string method, string body, string words) => Refused(new HttpMethod(method), "/sim/faults", body, words);

    [Theory]
    [InlineData("{\"url\":null}", "'url' is an absolute URL")]
    [InlineData("{\"url\":\"http://service.test/\",\"method\":null}", "'method' is null: text is needed")]
    [InlineData("{\"url\":\"http://service.test/\",\"form\":{\"a\":null}}", "'form.a' has null: text is needed")]
    [InlineData("{\"url\":\"http://service.test/\",\"form\":{\"a\":[{}]}}", "'form.a' has an object: text is needed")]
    [InlineData("{\"url\":\"http://service.test/\",\"form\":{\"a\":\"\\ud800\"}}", "'form.a' is not readable")]
    [InlineData("{\"url\":\"http://service.test/\",\"form\":{\"a\":\"\",\"A\":\"\",\"a\":\"\"}}", "'form.a' is given twice")]
    [InlineData("{\"url\":\"http://service.test/\",\"headers\":{\"a b\":\"c\"}}", "'headers.a b' cannot be sent")]
    [InlineData("{\"url\":\"http://service.test/\",\"headers\":{\"a\":\"b\\r\\nc: d\"}}", "'headers.a' cannot be sent")]
    [InlineData("{\"url\":\"http://service.test/\",\"headers\":{\"a\":null}}", "'headers.a' is null")]
    public Task Send_WrittenWrongly_IsToldWhereAndWhat(string body, string words) => Refused(HttpMethod.Post, "/sim/send", body, words);

    // "From (E.164, or `anonymous`, `unknown`, `client:…`, `sip:…`, or a raw national string)"
    [Theory]
    [InlineData("+14165550123")]
    [InlineData("anonymous")]
    [InlineData("unknown")]
    [InlineData("client:desk")]
    [InlineData("sip:desk@pbx.example.test:5060")]
    [InlineData("(416) 555-0123")]
    [InlineData("4165550123")]
    [InlineData("+464")]
    public async Task Call_FromWhateverCarriersSend_IsPlaced(string from)
    {
        await using var trunk = await Trunk();
        Assert.Equal(from, (string?)(await trunk.Play(TrunkDriver.Simple(from))).The("dialled")["from"]);
    }

    [Fact]
    public async Task Call_WithNullWhereNothingIsNeeded_IsPlaced()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Play(new { from = "anonymous", to = TrunkDriver.Number, hangUpAfter = (double?)null, talk = (double?)null, parameters = (object?)null, faults = (object?)null, expect = (object?)null });
        Assert.True(call.Leg.IsOver);
    }

    [Fact]
    public async Task NamedCaller_WithAKeyInAnotherCase_IsGivenThat()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Play(new Dictionary<string, object> { ["as"] = "silent", ["to"] = TrunkDriver.Number, ["From"] = "anonymous" });
        Assert.Equal("anonymous", (string?)call.The("dialled")["from"]);
    }

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Gather timeout=\"20\" action=\"/key\"/>" : null);

    private static async Task Refused(HttpMethod method, string path, string body, string words)
    {
        await using var trunk = await Trunk();
        await Refused(trunk, method, path, body, words);
    }

    private static async Task Refused(TrunkDriver trunk, HttpMethod method, string path, string body, string words)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await trunk.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(words, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
        Assert.DoesNotContain(trunk.Exchange.Log.After(0), line => line.Contains("The trunk failed", StringComparison.Ordinal));
    }
}
