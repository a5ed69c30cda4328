using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class CallsTests
{
    private const string To = "+14165550999";

    private static (string, string)[] Order(params (string, string)[] more) =>
        [("To", To), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"), .. more];

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(HelpLine.Answer);

    // "call.duration, price are *strings*"; "dates in GMT `+0000`"
    [Fact]
    public async Task Call_HasTheTypesOfTheDescription()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("Calls.json", 201, Order());
        var sid = (string)made["sid"]!;
        Assert.Matches("^CA[0-9a-f]{32}$", sid);
        Assert.Equal("outbound-api", (string?)made["direction"]);
        Assert.Null(made["duration"]);
        Assert.Equal("Tue, 03 Nov 2026 14:00:00 +0000", (string?)made["date_created"]);
        await trunk.Until(() => trunk.Exchange.Find(sid)!.AnsweredAt is not null);
        await trunk.Pass(60);
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "completed"));
        await trunk.Time.WhenIdle();
        var ended = await trunk.Get($"Calls/{sid}.json");
        Assert.Equal("completed", (string?)ended["status"]);
        Assert.InRange(int.Parse((string)ended["duration"]!, System.Globalization.CultureInfo.InvariantCulture), 55, 65);
        Assert.EndsWith("+0000", (string?)ended["end_time"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To", "911", 21211)]
    [InlineData("To", "+1988", 21211)]
    [InlineData("To", "211", 21211)]
    [InlineData("To", "nobody", 21211)]
    [InlineData("From", "211", 21212)]
    [InlineData("Url", "ftp://nowhere", 21205)]
    [InlineData("Url", "/relative", 21205)]
    [InlineData("Timeout", "0", 20001)]
    [InlineData("Timeout", "many", 20001)]
    [InlineData("StatusCallbackEvent", "exploded", 21626)]
    [InlineData("Method", "PATCH", 20001)]
    [InlineData("To", "", 21201)]
    [InlineData("To", "client:ann", 21211)]
    [InlineData("From", "", 21213)]
    [InlineData("From", "+14165550777", 21210)]
    [InlineData("Url", "", 21205)]
    [InlineData("SendDigits", "1-2", 21228)]
    [InlineData("SendDigits", "111111111111111111111111111111111", 21228)]
    [InlineData("TimeLimit", "14401", 20001)]
    public async Task Create_WithABadParameter_IsRefusedWithItsCode(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        var form = Order().Where(field => field.Item1 != name).Append((name, value)).ToArray();
        Assert.Equal(code, (int)(await trunk.Post("Calls.json", 400, form))["code"]!);
        Assert.Empty(trunk.Exchange.Legs);
    }

    [Fact]
    public async Task Create_WithTwiml_RunsIt()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("Calls.json", 201, ("To", To), ("From", TrunkDriver.Number), ("Twiml", "<Response><Say>Hello.</Say></Response>"));
        var leg = trunk.Exchange.Find((string)made["sid"]!)!;
        await trunk.Until(() => leg.IsOver);
        Assert.Contains(leg.Story.Lines, line => line.Contains("Hello.", StringComparison.Ordinal));
        Assert.Equal(32018, (int)(await trunk.Post("Calls.json", 400, ("To", To), ("From", TrunkDriver.Number), ("Twiml", new string('x', 4001))))["code"]!);
    }

    // 21220 "call not in-progress"
    [Fact]
    public async Task Update_OfAnEndedCall_Is21220()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order()))["sid"]!;
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "canceled"));
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.Equal("canceled", (string?)(await trunk.Get($"Calls/{sid}.json"))["status"]);
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{sid}.json", 400, ("Status", "completed")))["code"]!);
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{sid}.json", 400, ("Url", TrunkDriver.Service + "/other")))["code"]!);
        Assert.Equal(20404, (int)(await trunk.Post("Calls/CA0.json", 404, ("Status", "completed")))["code"]!);
    }

    [Fact]
    public async Task TimeLimit_EndsTheLeg()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order(("TimeLimit", "90"))))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.Equal(90, trunk.Exchange.Find(sid)!.Duration.TotalSeconds, 1);
    }

    [Fact]
    public async Task List_IsFiltered()
    {
        await using var trunk = await Trunk();
        for (var i = 0; i < 5; i++)
            await trunk.Post("Calls.json", 201, Order());
        var other = (string)(await trunk.Post("Calls.json", 201, ("To", "+14165550998"), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent")))["sid"]!;
        async Task<int> Count(string filter) => (await trunk.Get("Calls.json?" + filter))["calls"]!.AsArray().Count;
        Assert.Equal(5, await Count("To=%2B14165550999"));
        Assert.Equal(6, await Count("From=%2B14165550100"));
        Assert.Equal(0, await Count("From=%2B14165550999"));
        Assert.Equal(0, await Count("ParentCallSid=" + other));
        Assert.Equal(0, await Count("StartTime%3E=2026-11-04"));
        Assert.Equal(6, await Count("StartTime=2026-11-03"));
        Assert.Equal(0, await Count("EndTime=2026-11-03"));
        await trunk.Post($"Calls/{other}.json", 200, ("Status", "completed"));
        await trunk.Time.WhenIdle();
        Assert.Equal(1, await Count("EndTime=2026-11-03&Status=canceled"));
        Assert.Equal(0, await Count("EndTime%3C=2026-11-02"));
        await trunk.Get("Calls.json?StartTime=never", 400);
    }

    // 21405: "fallback without primary URL"
    [Fact]
    public async Task Create_WithAFallbackAndNoUrl_Is21405()
    {
        await using var trunk = await Trunk();
        Assert.Equal(21405, (int)(await trunk.Post("Calls.json", 400, ("To", To), ("From", TrunkDriver.Number), ("FallbackUrl", TrunkDriver.Service + "/fallback")))["code"]!);
    }

    // "CallToken forwards original CLI for Calls/Participants API"
    [Fact]
    public async Task Create_WithACallToken_ShowsTheCallersNumber()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("Calls.json", 201, ("To", To), ("From", "+14165550123"), ("CallToken", "token"), ("Url", TrunkDriver.Service + "/agent"));
        Assert.Equal("+14165550123", (string?)made["from"]);
        Assert.Equal("(416) 555-0123", (string?)made["from_formatted"]);
    }

    // "W1234#"
    [Fact]
    public async Task Create_WithSendDigits_SendsThemBeforeTheDocument()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order(("SendDigits", "W12#"))))["sid"]!;
        var call = new PlacedCall(trunk, sid, Task.FromResult(""));
        await trunk.Until(() => call.Of("gather").Count == 1);
        Assert.Equal("W12#", (string?)call.The("sends")["digits"]);
        Assert.Equal(1.6, call.T("gather"), 1);
    }

    // "Record: Whether to record the call. Can be `true` to record the phone call"
    [Fact]
    public async Task Create_WithRecord_RecordsFromTheAnswerToTheEnd()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post(
            "Calls.json", 201, Order(("Record", "true"), ("RecordingChannels", "dual"), ("RecordingStatusCallback", TrunkDriver.Service + "/recorded"))))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.AnsweredAt is not null);
        await trunk.Pass(30);
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "completed"));
        await trunk.Until(() => trunk.Web.At("/recorded").Count == 1);
        var recording = (await trunk.Get($"Calls/{sid}/Recordings.json"))["recordings"]!.AsArray().Single()!;
        Assert.Equal("OutboundAPI", (string?)recording["source"]);
        Assert.Equal(2, (int)recording["channels"]!);
        Assert.Equal((string?)recording["sid"], trunk.Web.At("/recorded")[0]["RecordingSid"]);
    }

    [Fact]
    public async Task Create_WithWhatIsNotSimulated_SaysSoInTheCallsStory()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order(("MachineDetection", "DetectMessageEnd"), ("Record", "false"), ("Colour", "red"))))["sid"]!;
        var warnings = new PlacedCall(trunk, sid, Task.FromResult("")).Of("warning").Select(told => (string)told["message"]!).ToArray();
        Assert.Equal(2, warnings.Length);
        Assert.StartsWith("not simulated: MachineDetection=DetectMessageEnd", warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("Unknown field 'Colour'", warnings[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Status", "paused", 21218)]
    [InlineData("Status", "canceled", 21220)]
    [InlineData("Url", "/relative", 21205)]
    [InlineData("TimeLimit", "0", 20001)]
    public async Task Update_WithABadValue_IsRefusedAndTheCallGoesOn(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("queued").Count == 1);
        Assert.Equal(code, (int)(await trunk.Post($"Calls/{call.Sid}.json", 400, (name, value)))["code"]!);
        Assert.NotNull(call.Leg.Member);
    }

    [Fact]
    public async Task Update_WithUrlOfARingingCall_Is21220()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order()))["sid"]!;
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{sid}.json", 400, ("Twiml", "<Response/>")))["code"]!);
    }

    [Fact]
    public async Task Update_WithTwiml_RunsIt()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("queued").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Twiml", "<Response><Say>Goodbye.</Say></Response>"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal("Goodbye.", call.Heard[^1]);
    }

    [Fact]
    public async Task Update_WithTimeLimit_CountsFromTheAnswer()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("queued").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("TimeLimit", "60"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal(60, call.Leg.Duration.TotalSeconds, 1);
    }

    [Fact]
    public async Task Delete_OfAnEndedCall_TakesItOutOfTheApiAndLeavesItInTheLog()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order()))["sid"]!;
        Assert.Equal(20009, (int)(await trunk.RestJson(HttpMethod.Delete, $"Calls/{sid}.json", 409))["code"]!);
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "completed"));
        await trunk.Time.WhenIdle();
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, $"Calls/{sid}.json")).StatusCode);
        await trunk.Get($"Calls/{sid}.json", 404);
        Assert.Empty((await trunk.Get("Calls.json"))["calls"]!.AsArray());
        Assert.Contains(sid, await trunk.Http.GetStringAsync("/sim/log", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // "Calls update on a call in a conference tears it out."
    [Fact]
    public async Task Update_OfACallInARoom_TearsItOut()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Url", TrunkDriver.Service + "/talked"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Single(call.Of("left"));
        Assert.Equal("Thank you.", call.Heard[^1]);
        Assert.True(trunk.Exchange.Find(agent)!.IsOver);
    }

    [Fact]
    public async Task List_OfAStatusThatThereIsNot_IsRefused()
    {
        await using var trunk = await Trunk();
        var refused = await trunk.Get("Calls.json?Status=weird", 400);
        Assert.Equal(20001, (int)refused["code"]!);
        Assert.Contains("'Status' is 'weird': queued, ringing, in-progress,", (string?)refused["message"], StringComparison.Ordinal);
        await trunk.Get("Calls.json?Status=no-answer");
    }

    // "If both `twiml` and `url` are provided then `twiml` parameter will be ignored."
    [Fact]
    public async Task Create_WithUrlAndTwiml_AsksTheUrlAndSaysSo()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, ("To", "+14165550777"), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/talked"), ("Twiml", "<Response><Say>Never.</Say></Response>")))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.NotEmpty(trunk.Web.At("/talked"));
        Assert.Contains(trunk.Exchange.Find(sid)!.Story.Lines, line => line.Contains("Twiml is ignored, as there is a Url, too", StringComparison.Ordinal));
    }
}
