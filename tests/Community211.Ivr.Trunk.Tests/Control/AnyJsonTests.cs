using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Community211.Ivr.Trunk.Tests.Drivers;
using CsCheck;

namespace Community211.Ivr.Trunk.Tests.Control;

/// <summary>Whatever JSON the control API gets: it does it, or says in a sentence what is wrong; and nothing that it took fails later.</summary>
public sealed partial class AnyJsonTests
{
    private const string Person =
        """{"answer":"agent","ringFor":1,"key":"1","acceptAfter":1,"talk":5,"dropAfter":9,"lines":1,"greeting":1,"fast":true}""";

    private const string Vendor =
        """{"answer":"vendor","vendor":{"pin":"1","account":"2","languages":{"13":"Cantonese"},"refuses":["13"],"hold":1,"machineOnly":false,"diesAfter":9,"announces":"{language}"}}""";

    private const string Expect =
        """{"reaches":"person","within":60,"endedBy":["caller"],"number":"+14165550100","with":["+1"],"people":1,"lines":1,"heard":["press"],"neverHeard":["x"],"entered":["1"]}""";

    private const string Fault =
        """{"on":"webhook","what":"delay","seconds":3,"match":{"path":"/inbound","method":"POST","callSid":"CA1","from":"+1","to":"+1","event":"ringing"},"times":1,"chance":0.5}""";

    private const string Script =
        """[{"press":"12#"},{"say":"food"},{"wait":1},{"hear":"press"},{"speak":"hello"},{"tell":"hello"},{"tone":"CNG","seconds":1},{"noise":"street","seconds":1},{"hangUp":true}]""";

    private const string Call =
        $$$"""{"from":"+14165550123","to":"+14165550100","script":{{{Script}}},"hangUpAfter":90,"talk":5,"reaction":1,"bars":["keys"],"people":{"first":{{{Vendor}}},"others":{{{Person}}}},"expect":{{{Expect}}},"fast":false,"phone":false,"parameters":{"ForwardedFrom":"+14165550111"},"faults":[{{{Fault}}}]}""";

    private const string ShortFaults =
        $$$"""{"from":"anonymous","to":"211","fast":true,"phone":true,"faults":{"duplicate":["/inbound"],"statusDelay":1,"duplicateStatus":true,"rules":[{{{Fault}}}]}}""";

    private const string Named = """{"as":"silent","to":"+14165550100","hangUpAfter":30}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Call_OfAnyJson_IsPlayedOrRefused() => RandomJson.InPlaceOfAny(Call, ShortFaults, Named).SampleAsync(async body =>
    {
        await using var trunk = await Trunk();
        using var answer = await Ask(trunk, HttpMethod.Post, "/sim/calls", body);
        if (!answer.IsSuccessStatusCode)
            return;
        var told = answer.Content.ReadAsStringAsync(Token);
        await Over(trunk);
        if (body.Contains("\"expect\":{", StringComparison.Ordinal))
            Assert.Contains("\"kind\":\"expected\"", await told, StringComparison.Ordinal);
    }, threads: 1);

    [Fact]
    public Task Person_OfAnyJson_IsDialledOrRefused() => RandomJson.InPlaceOfAny(Person, Vendor).SampleAsync(async body =>
    {
        await using var trunk = await Trunk();
        using var answer = await Ask(trunk, HttpMethod.Put, "/sim/people/+14165550124", body);
        if (!answer.IsSuccessStatusCode)
            return;
        (await trunk.Http.GetAsync("/sim/people", Token)).EnsureSuccessStatusCode();
        await trunk.Place(TrunkDriver.Simple(hangUpAfter: 90));
        await Over(trunk);
    }, threads: 1);

    [Fact]
    public Task Config_OfAnyJson_IsTakenOrRefused()
    {
        var config = TrunkDriver.Config();
        foreach (var (key, value) in JsonNode.Parse("""
            {"seed":1,"speakingRate":170,"callsPerSecond":1,"apiKeys":{"SK00000000000000000000000000000211":"x"},"waitUrlFailure":"retry","silentRecording":"save",
             "verifiedCallerIds":["+14165550111"],"refusedNumbers":{"+1900":13225},"fallbackDocument":"x","tollFree":"+14165550100","signPort":"keep"}
            """)!.AsObject())
            config[key] = value?.DeepClone();
        config["faults"] = new JsonArray(JsonNode.Parse(Fault));
        return RandomJson.InPlaceOfAny(config.ToJsonString(), TrunkDriver.Config().ToJsonString()).SampleAsync(async body =>
        {
            await using var trunk = await Trunk();
            using var answer = await Ask(trunk, HttpMethod.Put, "/sim/config", body);
            (await trunk.Http.GetAsync("/sim/phone", Token)).EnsureSuccessStatusCode();
            using var call = await Ask(trunk, HttpMethod.Post, "/sim/calls", """{"to":"211","hangUpAfter":30}""");
            await Over(trunk);
        }, threads: 1);
    }

    [Fact]
    public Task Faults_OfAnyJson_StrikeOrAreRefused() => RandomJson.InPlaceOfAny($"[{Fault}]", """[{"on":"carrier","what":"away","seconds":9,"status":503}]""").SampleAsync(async body =>
    {
        await using var trunk = await Trunk();
        using var all = await Ask(trunk, HttpMethod.Put, "/sim/faults", body);
        using var one = await Ask(trunk, HttpMethod.Post, "/sim/faults", body.Trim('[', ']'));
        (await trunk.Http.GetAsync("/sim/faults", Token)).EnsureSuccessStatusCode();
        await trunk.Place(TrunkDriver.Simple(hangUpAfter: 30));
        await Over(trunk);
    }, threads: 1);

    [Fact]
    public Task Act_OfAnyJson_IsDoneOrRefused() => RandomJson.InPlaceOfAny("""{"press":"1"}""", """{"say":"food"}""", """{"hangUp":true}""", """{"answer":true}""", """{"reject":true}""").SampleAsync(async body =>
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place(TrunkDriver.Simple(hangUpAfter: 30));
        await trunk.Until(() => call.Of("gather").Count == 1);
        using var answer = await Ask(trunk, HttpMethod.Post, $"/sim/calls/{call.Sid}/act", body);
        await Over(trunk);
    }, threads: 1);

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => "<Say>Hello, press 1.</Say><Gather input=\"dtmf speech\" timeout=\"3\" action=\"/key\"/><Redirect>/key</Redirect>",
        "/key" => "<Dial timeout=\"20\"><Number sendDigits=\"1#2#13#\">+14165550124</Number></Dial>",
        _ => null,
    });

    private static async Task<HttpResponseMessage> Ask(TrunkDriver trunk, HttpMethod method, string path, string body)
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var answer = await trunk.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        if (answer.IsSuccessStatusCode)
            return answer;
        Assert.InRange((int)answer.StatusCode, 400, 499);
        var sentence = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"];
        Assert.Matches(@"^.+[.?}…\]]$", sentence);
        Assert.DoesNotMatch(DotNet(), sentence);
        return answer;
    }

    private static async Task Over(TrunkDriver trunk)
    {
        await trunk.Until(() => trunk.Exchange.Legs.All(leg => leg.IsOver && leg.LastCallback.IsCompleted), seconds: 200_000);
        Assert.DoesNotContain(trunk.Exchange.Log.After(0), line => line.Contains("The trunk failed", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Community211|System\.|\.NET|BytePosition|Exception|Int32|Boolean|Nullable|`\d|Path: \$|DtdProcessing")]
    private static partial Regex DotNet();
}
