using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

/// <summary>What Dial's attributes and Number's change about a call.</summary>
public sealed class DialOptionsTests
{
    private const string Other = "+14165550777";

    private static Task<TrunkDriver> Trunk(string dial, Action<JsonObject>? config = null) => TrunkDriver.Start(
        asked => asked.Path switch
        {
            "/inbound" => dial + "<Say>Next verb.</Say>",
            "/dialled" => "<Say>Dialled.</Say>",
            "/screen-dial" => "<Dial>+14165550111</Dial>",
            "/fallback" => "<Say>Fallback.</Say>",
            "/other" => "<Say>Other.</Say>",
            _ => null,
        },
        config);

    private static Task<HttpResponseMessage> Person(TrunkDriver trunk, object settings) =>
        trunk.Http.PutAsJsonAsync("/sim/people/" + Other, settings, TestContext.Current.CancellationToken);

    // "Note that Twilio always adds a 5-second timeout buffer to outgoing calls"
    [Fact]
    public async Task Timeout_IsFiveSecondsMoreThanWritten()
    {
        await using var trunk = await Trunk($"<Dial timeout=\"20\" action=\"/dialled\">{Other}</Dial>");
        await Person(trunk, new { answer = "no-answer" });
        var call = await trunk.Play();
        Assert.Equal(25, (trunk.Web.At("/dialled")[0].At - call.Leg.AnsweredAt!.Value).TotalSeconds, 1);
    }

    [Fact]
    public async Task TimeLimit_EndsTheTalk()
    {
        await using var trunk = await Trunk($"<Dial timeLimit=\"7\" action=\"/dialled\">{Other}</Dial>");
        await trunk.Play();
        Assert.Equal("7", Assert.Single(trunk.Web.At("/dialled"))["DialCallDuration"]);
    }

    // "hangupOnStar": the calling party hangs up on the called party by pressing *.
    [Theory]
    [InlineData("true", "completed", 1)]
    [InlineData("false", null, 0)]
    public async Task HangupOnStar_EndsTheOtherSideOnly(string flag, string? status, int heard)
    {
        await using var trunk = await Trunk($"<Dial hangupOnStar=\"{flag}\" action=\"/dialled\">{Other}</Dial>");
        var call = await trunk.Play(TrunkDriver.Simple(script: [new { press = "5" }, new { press = "*" }]));
        Assert.Equal(status, trunk.Web.At("/dialled").SingleOrDefault()?["DialCallStatus"]);
        Assert.Equal(heard, call.Heard.Length);
    }

    // "answerOnBridge": the caller's call stays ringing until the other side answers.
    [Fact]
    public async Task AnswerOnBridge_AnswersTheCallWhenTheyAreConnected()
    {
        await using var trunk = await Trunk($"<Dial answerOnBridge=\"true\" action=\"/dialled\">{Other}</Dial>");
        await Person(trunk, new { ringFor = 9, dropAfter = 6 });
        var call = await trunk.Play();
        Assert.Equal(6, (int)call.The("ended")["duration"]!);
        Assert.Equal("in-progress", trunk.Web.At("/dialled")[0]["CallStatus"]);
    }

    [Theory]
    [InlineData("", "no-answer", "ringing")]
    [InlineData("<Say>Sorry.</Say>", "completed", "ringing")]
    public async Task AnswerOnBridge_WhenNobodyAnswers_LeavesTheCallUnanswered(string after, string status, string asked)
    {
        await using var trunk = await TrunkDriver.Start(one => one.Path switch
        {
            "/inbound" => $"<Dial answerOnBridge=\"true\"><Number statusCallback=\"/leg\">{Other}</Number></Dial>" + after,
            _ => null,
        });
        await Person(trunk, new { answer = "busy" });
        var call = await trunk.Play();
        Assert.Equal(status, (string?)call.The("ended")["status"]);
        Assert.Equal("busy", Assert.Single(trunk.Web.At("/leg"))["CallStatus"]);
        Assert.Equal(asked, trunk.Web.At("/inbound")[0]["CallStatus"]);
    }

    // "callerId (To/From of the call, owned, or verified)"
    [Theory]
    [InlineData("+14165550123", true)]
    [InlineData(TrunkDriver.Number, true)]
    [InlineData("+14165550888", true)]
    [InlineData("+14165550889", false)]
    public async Task CallerId_IsOneThatMayBeShown_OrNobodyIsDialled(string callerId, bool dialled)
    {
        await using var trunk = await Trunk(
            $"<Dial callerId=\"{callerId}\" action=\"/dialled\">{Other}</Dial>", config => config["verifiedCallerIds"] = new JsonArray("+14165550888"));
        await Person(trunk, new { dropAfter = 2 });
        var call = await trunk.Play();
        Assert.Equal(dialled ? [] : [13214], call.Warnings);
        Assert.Equal(dialled ? "completed" : "failed", trunk.Web.At("/dialled")[0]["DialCallStatus"]);
        Assert.Equal(dialled ? callerId : null, trunk.Exchange.Legs.Skip(1).SingleOrDefault()?.From);
    }

    // 13223 bad number format, 13224 not supported, 13225 blocked, 13227 geo permission; the longest beginning counts.
    [Theory]
    [InlineData("six", 13223)]
    [InlineData("911", 13224)]
    [InlineData("+19005550111", 13225)]
    [InlineData("+443115550111", 13227)]
    [InlineData("+442115550111", 13224)]
    public async Task Number_ThatIsNotCalled_SaysWhy(string number, int code)
    {
        await using var trunk = await Trunk(
            $"<Dial action=\"/dialled\">{number}</Dial>",
            config => config["refusedNumbers"] = new JsonObject { ["+1900"] = 13225, ["+44"] = 13227, ["+442"] = 13224 });
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal("failed", trunk.Web.At("/dialled")[0]["DialCallStatus"]);
        Assert.Single(trunk.Exchange.Legs);
    }

    // "Twilio will also accept unformatted US numbers, e.g., (415) 555-1212 or 415-555-1212."
    [Fact]
    public async Task Number_WrittenAsPeopleDo_IsDialled()
    {
        await using var trunk = await Trunk("<Dial>(416) 555-0777</Dial>");
        await trunk.Play();
        Assert.Equal(Other, trunk.Exchange.Legs[1].To);
    }

    // "≤ 10 Number/Client/Sip nouns"
    [Fact]
    public async Task Numbers_MoreThanTen_AreNotDialled()
    {
        var numbers = string.Concat(Enumerable.Range(10, 12).Select(i => $"<Number>+141655502{i}</Number>"));
        await using var trunk = await Trunk($"<Dial>{numbers}</Dial>");
        var call = await trunk.Play();
        Assert.Equal([13250], call.Warnings);
        Assert.Equal(10, trunk.Exchange.Legs.Count - 1);
    }

    // "Several nouns = simultaneous ring unless sequential."
    [Fact]
    public async Task Sequential_DialsOneAfterTheOther()
    {
        await using var trunk = await Trunk($"<Dial sequential=\"true\" timeout=\"10\" action=\"/dialled\"><Number>{Other}</Number><Number>+14165550778</Number></Dial>");
        await Person(trunk, new { answer = "no-answer" });
        var call = await trunk.Play();
        Assert.Equal("+14165550778", (string?)call.The("talking")["with"]);
        Assert.True(trunk.Exchange.Legs[2].Created >= trunk.Exchange.Legs[1].EndedAt);
    }

    // 13201 "Cannot Dial out from a Dial Call Segment"
    [Fact]
    public async Task Screening_WithADial_FailsAndTheCallGoesOn()
    {
        await using var trunk = await Trunk($"<Dial action=\"/dialled\"><Number url=\"/screen-dial\">{Other}</Number></Dial>");
        var call = await trunk.Play();
        var callee = new PlacedCall(trunk, trunk.Exchange.Legs[1].Sid, Task.FromResult(""));
        Assert.Equal([13201], callee.Warnings);
        Assert.Equal(["Dialled."], call.Heard);
        Assert.Equal(2, trunk.Exchange.Legs.Count);
    }

    // "statusCallback(+Event initiated ringing answered completed; +Method)", for each noun.
    [Fact]
    public async Task Number_ReportsTheEventsThatItsNounAsksFor()
    {
        await using var trunk = await Trunk(
            $"<Dial><Number statusCallback=\"/a\" statusCallbackEvent=\"initiated ringing answered completed\" statusCallbackMethod=\"GET\">{Other}</Number>"
            + "<Number statusCallback=\"/b\">+14165550778</Number></Dial>");
        await Person(trunk, new { ringFor = 1 });
        await trunk.Play();
        await trunk.Until(() => trunk.Web.At("/a").Count == 4 && trunk.Web.At("/b").Count == 1);
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], trunk.Web.At("/a").Select(asked => asked["CallStatus"]));
        Assert.Equal(["0", "1", "2", "3"], trunk.Web.At("/a").Select(asked => asked["SequenceNumber"]));
        Assert.All(trunk.Web.At("/a"), asked => Assert.Equal("GET", asked.Method));
        Assert.Equal("canceled", trunk.Web.At("/b")[0]["CallStatus"]);
    }

    // "RecordingUrl/RecordingSid/RecordingDuration" in Dial's action.
    [Theory]
    [InlineData("record-from-answer", "12", "1")]
    [InlineData("record-from-ringing-dual", "15", "2")]
    public async Task Record_OfADial_IsInItsAction(string record, string seconds, string channels)
    {
        await using var trunk = await Trunk($"<Dial record=\"{record}\" action=\"/dialled\" recordingStatusCallback=\"/recording\">{Other}</Dial>");
        await Person(trunk, new { ringFor = 3, dropAfter = 12 });
        var call = await trunk.Play();
        var action = Assert.Single(trunk.Web.At("/dialled"));
        Assert.Equal(seconds, action["RecordingDuration"]);
        Assert.EndsWith(action["RecordingSid"]!, action["RecordingUrl"], StringComparison.Ordinal);
        await trunk.Until(() => trunk.Web.At("/recording").Count == 1);
        var report = trunk.Web.At("/recording")[0];
        Assert.Equal((call.Sid, "DialVerb", channels, seconds), (report["CallSid"], report["RecordingSource"], report["RecordingChannels"], report["RecordingDuration"]));
    }

    [Fact]
    public async Task Record_OfADial_RecordsNoConference()
    {
        await using var trunk = await Trunk("<Dial record=\"record-from-answer\"><Conference>room</Conference></Dial>");
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 20));
        Assert.Equal([12200], call.Warnings);
        Assert.Empty(trunk.Exchange.Recordings.All);
    }

    // A leg that is sent to a document of its own leaves the bridge; the Dial of the other goes on.
    [Fact]
    public async Task Callee_SentElsewhereByRest_EndsTheDial()
    {
        await using var trunk = await Trunk($"<Dial action=\"/dialled\">{Other}</Dial>");
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("talking").Count == 1);
        await trunk.Post($"Calls/{trunk.Exchange.Legs[1].Sid}.json", 200, ("Url", TrunkDriver.Service + "/other"));
        await trunk.Until(() => call.Leg.IsOver && trunk.Exchange.Legs[1].IsOver);
        Assert.Equal("completed", Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
        Assert.Single(trunk.Web.At("/other"));
    }

    [Theory]
    [InlineData("method=\"get\"", "", 13210)]
    [InlineData("timeout=\"4\"", "", 13212)]
    [InlineData("hangupOnStar=\"yes\"", "", 13213)]
    [InlineData("timeLimit=\"0\"", "", 13216)]
    [InlineData("record=\"always\"", "", 13217)]
    [InlineData("sequential=\"1\"", "", 13218)]
    [InlineData("answerOnBridge=\"1\"", "", 13219)]
    [InlineData("ringTone=\"Canada!\"", "", 13220)]
    [InlineData("", "method=\"PUT\"", 13221)]
    [InlineData("", "sendDigits=\"1-2\"", 13222)]
    [InlineData("", "statusCallback=\"/leg\" statusCallbackEvent=\"answered hungup completed\"", 12200)]
    public async Task Attribute_WithAWrongValue_IsToldWithItsCode(string dial, string number, int code)
    {
        await using var trunk = await Trunk($"<Dial {dial}><Number {number}>{Other}</Number></Dial>");
        await Person(trunk, new { dropAfter = 2 });
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(["Next verb."], call.Heard);
    }

    [Theory]
    [InlineData("<Whistle/>", 13215)]
    [InlineData("<Conference>room</Conference>", 13215)]
    public async Task Noun_ThatDoesNotFit_IsToldAndIgnored(string noun, int code)
    {
        await using var trunk = await Trunk($"<Dial timeLimit=\"3\"><Number>{Other}</Number>{noun}</Dial>");
        Assert.Contains(code, (await trunk.Play()).Warnings);
    }
}
