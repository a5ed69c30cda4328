using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.People;

/// <summary>Named callers with the stand-in: what they do, and the trunk's word on what was expected.</summary>
public sealed class CallersTests
{
    private const string Agent = "+14165550777";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. NamedCallers.Load().All.Select(caller => caller.Name)];

    private static Task<TrunkDriver> Trunk(string inbound) => TrunkDriver.Start(
        asked => asked.Path switch
        {
            "/inbound" => inbound,
            "/room" => "<Dial><Conference>v-1</Conference></Dial>",
            _ => null,
        },
        config => config["tollFree"] = TrunkDriver.Number);

    private static async Task<JsonObject> Verdict(PlacedCall call) =>
        JsonNode.Parse((await call.Rest).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!.AsObject();

    private static string[] Why(JsonObject verdict) => [.. verdict["why"]!.AsArray().Select(why => (string)why!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Caller_ByName_IsChecked_AndFailsWhereTheServiceHangsUp(string name)
    {
        var caller = NamedCallers.Load().Find(name)!;
        CallChecks.Check(CallBody.Of(caller));
        Assert.EndsWith(".", caller.Who, StringComparison.Ordinal);
        Assert.EndsWith(".", caller.Why, StringComparison.Ordinal);
        await using var trunk = await Trunk("<Hangup/>");
        var call = await trunk.Play(new Dictionary<string, object> { ["as"] = name, ["to"] = TrunkDriver.Number, ["fast"] = true });
        var verdict = await Verdict(call);
        Assert.Equal(("expected", name, caller.Who), ((string?)verdict["kind"], (string?)verdict["as"], (string?)verdict["who"]));
        Assert.False((bool)verdict["met"]!);
        Assert.Contains(Why(verdict), why => why.EndsWith("and reached nobody.", StringComparison.Ordinal));
        var logged = await trunk.Http.GetStringAsync("/sim/log", Token);
        Assert.Contains("\"kind\":\"expected\"", logged, StringComparison.Ordinal);
    }

    [Fact]
    public void Callers_HaveNamesAndNumbersOfTheirOwn()
    {
        var all = NamedCallers.Load().All;
        Assert.Equal(all.Count, all.Select(caller => caller.Name).Distinct().Count());
        Assert.Equal(all.Count, all.Select(caller => (string?)caller.Call["from"]).Distinct().Count());
        Assert.All(all, caller => Assert.Matches(@"^(anonymous|\+1\d{3}55501\d\d)$", (string?)caller.Call["from"]));
    }

    [Fact]
    public async Task Silent_WhoReachesAPerson_IsAsExpected()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(new { @as = "silent", to = TrunkDriver.Number });
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver);
        var verdict = await Verdict(call);
        Assert.True((bool)verdict["met"]!, verdict.ToJsonString());
        Assert.Equal("reaches a person within 60 s; is put in line once; is asked once before that; ended by the caller", (string?)verdict["expects"]);
    }

    // "bars keypad and transfers": a call that Dial bridges to a further number is lost, a room is not.
    [Theory]
    [InlineData("<Gather numDigits=\"1\" timeout=\"5\" action=\"/key\"/><Dial>" + Agent + "</Dial>", "carrier", false)]
    [InlineData("<Gather numDigits=\"1\" timeout=\"5\" action=\"/key\"/><Redirect>/room</Redirect>", "caller", true)]
    public async Task JailPhone_IsCutOffWhenDialBridgesItAndTalksInARoom(string inbound, string by, bool met)
    {
        await using var trunk = await Trunk(inbound);
        await trunk.Post("Conferences/v-1/Participants.json", 201, ("To", Agent), ("From", TrunkDriver.Number));
        var call = await trunk.Play(new { @as = "jail-phone", to = TrunkDriver.Number, expect = new { reaches = "person", endedBy = new[] { "caller" } } });
        Assert.Empty(trunk.Web.At("/key"));
        Assert.Contains(call.Of("barred"), told => (string?)told["what"] == "keys" && (string?)told["digits"] == "2");
        Assert.Equal(by, (string?)call.The("ended")["by"]);
        Assert.Equal(met, (bool)(await Verdict(call))["met"]!);
        var story = await trunk.Http.GetStringAsync($"/sim/calls/{call.Sid}/story", Token);
        Assert.Contains("carrier  lets no keys through: 2", story, StringComparison.Ordinal);
        Assert.Contains($"witness  jail-phone {(met ? "came to" : "did not come to")} what was expected (reaches a person; ended by the caller)", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_HearToneSpeakTellAndHangUp_HappenInTheirOrder()
    {
        await using var trunk = await Trunk("<Say>Welcome.</Say><Gather input=\"speech\" timeout=\"20\" action=\"/said\"><Say>What is it?</Say></Gather><Dial>" + Agent + "</Dial>");
        var call = await trunk.Play(new
        {
            from = "+14165550123",
            to = TrunkDriver.Number,
            reaction = 2,
            script = new object[] { new { tone = "CNG", seconds = 0.5 }, new { hear = "what is it" }, new { noise = "a street", seconds = 4 }, new { tell = "Hello." }, new { hangUp = true } },
        });
        Assert.Equal(["CNG"], call.Of("tone").Select(told => (string?)told["sound"]));
        Assert.True(call.T("noise") > call.T("tone"));
        Assert.Equal(call.T("talking") + 2, call.T("says"), 1);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
        Assert.Empty(call.The("ended")["unused"]!.AsArray());
        var agent = new PlacedCall(trunk, trunk.Exchange.Legs[^1].Sid, Task.FromResult(""));
        Assert.Contains("Hello.", agent.Heard);
    }

    [Fact]
    public async Task Speak_IsHeardByAGatherThatTakesSpeech()
    {
        await using var trunk = await Trunk("<Gather input=\"speech\" speechTimeout=\"2\" action=\"/said\"><Pause length=\"30\"/></Gather>");
        await trunk.Play(new { from = "+14165550123", to = TrunkDriver.Number, hangUpAfter = 40, script = new object[] { new { wait = 2 }, new { speak = "You have won." } } });
        Assert.Equal("You have won.", trunk.Web.At("/said")[0]["SpeechResult"]);
    }

    [Fact]
    public async Task People_OfACall_CountWhileItLasts()
    {
        await using var trunk = await Trunk("<Dial action=\"/first\" timeout=\"9\">" + Agent + "</Dial>");
        var call = await trunk.Play(new { from = "+14165550123", to = TrunkDriver.Number, people = new Dictionary<string, object> { ["first"] = new { answer = "busy" } } });
        Assert.Equal("busy", trunk.Web.At("/first")[0]["DialCallStatus"]);
        Assert.Empty(call.Of("talking"));
        Assert.Single((await trunk.Play(TrunkDriver.Simple())).Of("talking"));
    }

    [Theory]
    [InlineData("{\"reaches\":\"line\"}", "reach a line and reached a person")]
    [InlineData("{\"reaches\":\"person\",\"within\":1}", "within 1 s, and did after")]
    [InlineData("{\"endedBy\":[\"service\",\"agent\"]}", "ended by the service or agent and was ended by the caller")]
    [InlineData("{\"number\":\"+14165550101\"}", "come to +14165550101 and came to +14165550100")]
    [InlineData("{\"with\":[\"+1807\"]}", "talk with +1807 and talked with " + Agent)]
    [InlineData("{\"people\":2}", "2 different people and talked with 1")]
    [InlineData("{\"asked\":1}", "asked once before there is a line or a person and was 0 times")]
    [InlineData("{\"lines\":1}", "put in line once and was 0 times")]
    [InlineData("{\"heard\":[\"goodbye\"]}", "hear \"goodbye\" and never did")]
    [InlineData("{\"neverHeard\":[\"WELCOME\"]}", "never to hear \"WELCOME\" and did")]
    [InlineData("{\"entered\":[\"2\"]}", "get \"2\" from the caller and never did")]
    public async Task Expectation_ThatDoesNotComeTrue_SaysWhy(string expect, string why)
    {
        await using var trunk = await Trunk("<Say>Welcome.</Say><Dial>" + Agent + "</Dial>");
        var call = await trunk.Play(new { from = "+14165550123", to = TrunkDriver.Number, talk = 5, expect = JsonNode.Parse(expect) });
        var verdict = await Verdict(call);
        Assert.False((bool)verdict["met"]!);
        Assert.Contains(why, Assert.Single(Why(verdict)), StringComparison.Ordinal);
    }

    // A mailbox is nobody, and an interpreter who came helps nobody alone.
    [Theory]
    [InlineData("""{"answer":"mailbox"}""", 5)]
    [InlineData("""{"answer":"vendor","vendor":{"languages":{"1":"Cantonese"}}}""", 60)]
    public async Task Expectation_OfAPerson_IsNotMetByAMachineOrAnInterpreterAlone(string answers, double talk)
    {
        await using var trunk = await Trunk("<Dial>" + Agent + "</Dial>");
        var call = await trunk.Play(new
        {
            from = "+14165550123",
            to = TrunkDriver.Number,
            talk,
            people = new Dictionary<string, object> { [Agent] = JsonNode.Parse(answers)! },
            expect = new { reaches = "person" },
        });
        Assert.Single(call.Of("talking"));
        Assert.Equal(["The caller was to reach a person and reached nobody."], Why(await Verdict(call)));
    }

    // Two callers in one room have found each other, and nobody who helps.
    [Fact]
    public async Task Expectation_OfAPerson_IsNotMetByAnotherCaller()
    {
        await using var trunk = await Trunk("<Redirect>/room</Redirect>");
        await trunk.Place(new { from = "+14165550124", to = TrunkDriver.Number, talk = 90 });
        var call = await trunk.Play(new { from = "+14165550123", to = TrunkDriver.Number, talk = 5, expect = new { reaches = "person", people = 1 } });
        Assert.Equal("+14165550124", (string?)call.The("talking")["with"]);
        Assert.Equal(
            ["The caller was to reach a person and reached nobody.", "The caller was to talk with 1 different people and talked with 0."],
            Why(await Verdict(call)));
    }

    [Fact]
    public async Task People_BehindTheCallersOwnNumber_AnswerACallbackToo()
    {
        await using var trunk = await Trunk("<Say>We call you back.</Say>");
        var call = await trunk.Play(new { @as = "callback-meets-voicemail", to = TrunkDriver.Number });
        var back = (string)(await trunk.Post("Calls.json", 201, ("To", call.Leg.From), ("From", TrunkDriver.Number), ("Twiml", "<Response><Say>This is 2-1-1.</Say><Pause length=\"60\"/></Response>")))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(back)!.IsOver);
        Assert.Single(new PlacedCall(trunk, back, Task.FromResult("")).Of("records"));
        await trunk.Http.DeleteAsync("/sim/people", Token);
        Assert.IsType<DialledPerson>(trunk.Exchange.People.Behind(call.Leg.From));
    }

    [Theory]
    [InlineData("{\"as\":\"jail\"}", "Did you mean 'jail-phone'?")]
    [InlineData("{\"bars\":[\"doors\"]}", "'bars' has 'doors'")]
    [InlineData("{\"reaction\":-1}", "'reaction' is -1")]
    [InlineData("{\"expect\":{\"reaches\":\"heaven\"}}", "nobody, line, person")]
    [InlineData("{\"expect\":{\"within\":3}}", "give 'reaches'")]
    [InlineData("{\"expect\":{\"asked\":-1}}", "'asked' are from 0 up")]
    [InlineData("{\"expect\":{\"endedBy\":[\"fate\"]}}", "caller, service, agent, carrier")]
    [InlineData("{\"people\":{\"somebody\":{}}}", "'people'")]
    [InlineData("{\"people\":{\"first\":{\"answer\":\"maybe\"}}}", "'people.first.answer' is 'maybe'")]
    [InlineData("{\"script\":[{\"seconds\":3}]}", "script item")]
    [InlineData("{\"script\":[{\"wait\":1,\"seconds\":3}]}", "script item")]
    public async Task Call_AskedWrongly_IsToldWhatAndWhatToDo(string body, string said)
    {
        await using var trunk = await Trunk("<Hangup/>");
        var answer = await trunk.Http.PostAsync("/sim/calls", new StringContent(body), Token);
        Assert.InRange((int)answer.StatusCode, 400, 404);
        Assert.Contains(said, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_AreListed()
    {
        await using var trunk = await Trunk("<Hangup/>");
        var all = (await trunk.Http.GetFromJsonAsync<JsonObject>("/sim/callers", Token))!["callers"]!.AsArray();
        var silent = Assert.Single(all, caller => (string?)caller!["name"] == "silent")!;
        Assert.StartsWith("reaches a person within 60 s", (string?)silent["expects"], StringComparison.Ordinal);
        Assert.Equal("+14165550131", (string?)silent["call"]!["from"]);
    }
}
