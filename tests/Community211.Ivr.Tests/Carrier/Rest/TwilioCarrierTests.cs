using System.Net;
using System.Net.Sockets;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier.Rest;

/// <summary>What is sent for each request, and what its answers mean.</summary>
public sealed class TwilioCarrierTests : IDisposable
{
    private const string Account = $"/2010-04-01/Accounts/{Known.Account}";
    private const string Gone = """
        {"code":20404,"message":"The requested resource was not found","more_info":"https://www.twilio.com/docs/errors/20404","status":404}
        """;

    private static readonly DateTimeOffset JustAfterMidnight = new(2026, 3, 2, 0, 0, 2, TimeSpan.Zero);

    private readonly CarrierRig _rig = new();

    private static DialAgent Dial => new(Known.Caller, "o1", "+14165550177", "+14165550100", 20, Crisis: false);

    private static FindLeg Find => new(Known.Caller, "+14165550177", "+14165550100", JustAfterMidnight);

    public void Dispose() => _rig.Dispose();

    // "Calls.json POST 201: To*, From*, Url, Method, StatusCallback, StatusCallbackEvent[] (repeated keys for arrays), Timeout, TimeLimit";
    // "TimeLimit on every leg".
    [Fact]
    public async Task DialAgent_Sent_RingsWithOfferAndCallbacks()
    {
        _rig.Stub.Answer(201, $$"""{"sid":"{{Known.Leg}}","status":"queued","duration":null}""");
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, Known.Leg), await _rig.Send(Dial));
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(("POST", $"{Account}/Calls.json"), (asked.Method, asked.Path));
        Assert.Equal("Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDIxMToxMjM0NQ==", asked.Authorization);
        Assert.Equal(
            [
                "To=+14165550177",
                "From=+14165550100",
                $"Url={Known.Base}/voice/agent?call={Known.Caller}&offer=o1",
                "Method=POST",
                $"StatusCallback={Known.Base}/voice/status?call={Known.Caller}&offer=o1",
                "StatusCallbackMethod=POST",
                "StatusCallbackEvent=initiated",
                "StatusCallbackEvent=ringing",
                "StatusCallbackEvent=answered",
                "StatusCallbackEvent=completed",
                "Timeout=20",
                "TimeLimit=14400",
            ],
            asked.Fields);
    }

    [Theory]
    [InlineData(400, """{"code":21211,"status":400}""", CarrierOutcome.Refused, "400.21211")]
    [InlineData(401, """{"code":"20003"}""", CarrierOutcome.Refused, "401.20003")]
    [InlineData(403, "<html>", CarrierOutcome.Refused, "403")]
    [InlineData(503, "{}", CarrierOutcome.Unknown, "503")]
    [InlineData(302, "", CarrierOutcome.Unknown, "302")]
    [InlineData(200, "<html>", CarrierOutcome.Unknown, "200")]
    [InlineData(201, """{"sid":null}""", CarrierOutcome.Unknown, "201")]
    public async Task DialAgent_Answered_SaysWhatIsKnown(int status, string body, CarrierOutcome outcome, string code)
    {
        _rig.Stub.Answer(status, body);
        Assert.Equal(new CarrierReply(outcome, Code: code), await _rig.Send(Dial));
    }

    [Fact]
    public async Task Numbers_InLogs_AreMasked()
    {
        _rig.Stub.Answer(400, """{"code":21211,"message":"The number +14165550177 is not valid."}""");
        await _rig.Send(Dial);
        await _rig.Send(Find);
        var logged = string.Join('\n', _rig.Logged);
        Assert.Contains($"DialAgent for {Known.Caller} (number +1416555****) refused with 400.21211.", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("0177", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", logged, StringComparison.Ordinal);
    }

    // "list To, From, ParentCallSid, Status, StartTime / StartTime< / StartTime>"; "dates RFC 2822 strings in answers".
    [Fact]
    public async Task FindLeg_SeveralCalls_IsTheNewestSinceTheDial()
    {
        _rig.Stub.Answer(200, """
            {"calls":[
              {"sid":"CA2","status":"ringing","date_created":"Mon, 02 Mar 2026 00:00:09 +0000","start_time":null},
              {"sid":"CA3","status":"queued","date_created":"Mon, 2 Mar 2026 00:00:10 +0000","start_time":null},
              {"sid":"CA1","status":"completed","date_created":"Sun, 01 Mar 2026 23:59:56 +0000"}
            ],"next_page_uri":null}
            """);
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, "CA3", "queued"), await _rig.Send(Find));
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(
            ("GET", $"{Account}/Calls.json?To=%2B14165550177&From=%2B14165550100&StartTime%3E=2026-03-01&PageSize=1000"),
            (asked.Method, asked.Path));
    }

    [Theory]
    [InlineData("Sun, 01 Mar 2026 23:59:57 +0000", "CA1")]
    [InlineData("Sun, 01 Mar 2026 18:59:58 -0500", "CA1")]
    [InlineData("Sun, 01 Mar 2026 23:59:56 +0000", null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public async Task FindLeg_CallOfThatTime_IsFoundOrNot(string made, string? sid)
    {
        _rig.Stub.Answer(200, $$"""{"calls":[{"sid":"CA1","status":"ringing","date_created":"{{made}}"}]}""");
        Assert.Equal(
            sid is null ? new CarrierReply(CarrierOutcome.Refused, Code: "404") : new CarrierReply(CarrierOutcome.Done, sid, "ringing"),
            await _rig.Send(Find));
    }

    // "Queues/{}/Members(.json, /{CallSid or Front}.json) POST 200: Url*, Method -> dequeues the chosen member and runs Url".
    [Fact]
    public async Task Dequeue_Sent_NamesMemberAndEpoch()
    {
        _rig.Stub.Answer(200);
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, Known.Caller), await _rig.Send(new Dequeue(Known.Caller, "QU/1", 2)));
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(("POST", $"{Account}/Queues/QU%2F1/Members/{Known.Caller}.json"), (asked.Method, asked.Path));
        Assert.Equal([$"Url={Known.Base}/voice/connect?epoch=2", "Method=POST"], asked.Fields);
    }

    [Fact]
    public async Task Dequeue_OfAMemberWhoLeft_IsRefused()
    {
        _rig.Stub.Answer(404, Gone);
        Assert.Equal(new CarrierReply(CarrierOutcome.Refused, Code: "404.20404"), await _rig.Send(new Dequeue(Known.Caller, "QU1", 2)));
    }

    // "21220 call not in-progress".
    [Theory]
    [InlineData(200, "{}", CarrierOutcome.Done, null)]
    [InlineData(404, Gone, CarrierOutcome.Done, "404.20404")]
    [InlineData(400, """{"code":21220,"status":400}""", CarrierOutcome.Done, "400.21220")]
    [InlineData(400, """{"code":20001,"status":400}""", CarrierOutcome.Refused, "400.20001")]
    public async Task HangUpLeg_OverOrNot_IsDone(int status, string body, CarrierOutcome outcome, string? code)
    {
        _rig.Stub.Answer(status, body);
        var sid = outcome == CarrierOutcome.Done ? Known.Leg : null;
        Assert.Equal(new CarrierReply(outcome, sid, Code: code), await _rig.Send(new HangUpLeg(Known.Caller, Known.Leg)));
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(("POST", $"{Account}/Calls/{Known.Leg}.json", "Status=completed"), (asked.Method, asked.Path, asked.Form));
    }

    [Fact]
    public async Task ResumeCaller_Sent_NamesTheResumePage()
    {
        _rig.Stub.Answer(200);
        Assert.Equal(CarrierOutcome.Done, (await _rig.Send(new ResumeCaller(Known.Caller))).Outcome);
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(("POST", $"{Account}/Calls/{Known.Caller}.json"), (asked.Method, asked.Path));
        Assert.Equal([$"Url={Known.Base}/voice/resume", "Method=POST"], asked.Fields);
    }

    [Fact]
    public async Task LookUpCall_InItsQueue_SaysSo()
    {
        _rig.Stub.Answer(200, """{"sid":"CA1","status":"in-progress","duration":"12"}""").Answer(200, "{}");
        Assert.Equal(
            new CarrierReply(CarrierOutcome.Done, Known.Caller, "in-progress", true),
            await _rig.Send(new LookUpCall(Known.Caller, "QU1")));
        Assert.Equal(
            [$"{Account}/Calls/{Known.Caller}.json", $"{Account}/Queues/QU1/Members/{Known.Caller}.json"],
            _rig.Stub.Asked.Select(asked => asked.Path));
    }

    // "ParentCallSid": the call whose <Dial> made the call.
    [Theory]
    [InlineData("""{"calls":[]}""", false)]
    [InlineData("""{"calls":[{"sid":"CA2","status":"no-answer"}]}""", false)]
    [InlineData("""{"calls":[{"sid":"CA2","status":"ringing"}]}""", true)]
    [InlineData("""{"calls":[{"sid":"CA2","status":"busy"},{"sid":"CA3","status":"in-progress"}]}""", true)]
    public async Task LookUpCall_NotInItsQueue_SaysWhetherItIsWithALine(string lines, bool withLine)
    {
        _rig.Stub.Answer(200, """{"sid":"CA1","status":"in-progress"}""").Answer(404, Gone).Answer(200, lines);
        Assert.Equal(
            new CarrierReply(CarrierOutcome.Done, Known.Caller, "in-progress", false, WithLine: withLine),
            await _rig.Send(new LookUpCall(Known.Caller, "QU1")));
        Assert.Equal($"{Account}/Calls.json?ParentCallSid={Known.Caller}&PageSize=1000", _rig.Stub.Asked.Last().Path);
    }

    [Fact]
    public async Task LookUpCall_WithoutAQueue_AsksTheCallAlone()
    {
        _rig.Stub.Answer(200, """{"status":"completed"}""");
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, Known.Caller, "completed"), await _rig.Send(new LookUpCall(Known.Caller, null)));
        Assert.Single(_rig.Stub.Asked);
    }

    [Fact]
    public async Task LookUpCall_Unknown_IsRefused()
    {
        _rig.Stub.Answer(404, Gone);
        Assert.Equal(new CarrierReply(CarrierOutcome.Refused, Code: "404.20404"), await _rig.Send(new LookUpCall(Known.Caller, "QU1")));
    }

    // "Conferences(.json) GET FriendlyName, Status"; "Conferences/{}/Participants".
    [Fact]
    public async Task LookUpRoom_InProgress_NamesWhoIsThere()
    {
        _rig.Stub
            .Answer(200, """{"conferences":[{"sid":"CF1","friendly_name":"v-x-2"}],"next_page_uri":null}""")
            .Answer(200, """{"participants":[{"call_sid":"CA1"},{"call_sid":"CA2"}],"next_page_uri":null}""");
        var reply = await _rig.Send(new LookUpRoom(Known.Caller, "v-x-2"));
        Assert.Equal((CarrierOutcome.Done, null), (reply.Outcome, reply.Code));
        Assert.Equal(["CA1", "CA2"], reply.Legs);
        Assert.Equal(
            [
                $"{Account}/Conferences.json?FriendlyName=v-x-2&Status=in-progress&PageSize=1000",
                $"{Account}/Conferences/CF1/Participants.json?PageSize=1000",
            ],
            _rig.Stub.Asked.Select(asked => asked.Path));
    }

    public static TheoryData<CarrierRequest, string, string[]> InRooms => new()
    {
        { new HoldCaller(Known.Caller, "v-x-2", true), Known.Caller, ["Hold=true", $"HoldUrl={Known.Base}/voice/hold?call={Known.Caller}", "HoldMethod=POST"] },
        { new HoldCaller(Known.Caller, "v-x-2", false), Known.Caller, ["Hold=false"] },
        { new SetExit(Known.Caller, "v-x-2", Known.Leg, true), Known.Leg, ["EndConferenceOnExit=true"] },
    };

    [Theory]
    [MemberData(nameof(InRooms))]
    public async Task Participant_InItsRoom_IsChangedThere(CarrierRequest request, string leg, string[] fields)
    {
        _rig.Stub.Answer(200, """{"conferences":[{"sid":"CF1","friendly_name":"v-x-2"}],"next_page_uri":null}""").Answer(200);
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, leg), await _rig.Send(request));
        var asked = _rig.Stub.Asked.Last();
        Assert.Equal(("POST", $"{Account}/Conferences/CF1/Participants/{leg}.json"), (asked.Method, asked.Path));
        Assert.Equal(fields, asked.Fields);
    }

    [Fact]
    public async Task Participant_WhoseRoomIsOver_IsNotFound()
    {
        _rig.Stub.Answer(200, """{"conferences":[]}""");
        Assert.True((await _rig.Send(new HoldCaller(Known.Caller, "v-x-2", false))).NotFound);
    }

    [Fact]
    public async Task RecallLeg_Sent_TearsTheLegToItsRoom()
    {
        _rig.Stub.Answer(200);
        await _rig.Send(new RecallLeg(Known.Caller, Known.Leg, "o1"));
        var asked = Assert.Single(_rig.Stub.Asked);
        Assert.Equal(("POST", $"{Account}/Calls/{Known.Leg}.json"), (asked.Method, asked.Path));
        Assert.Equal([$"Url={Known.Base}/voice/agent?at=room&call={Known.Caller}&offer=o1", "Method=POST"], asked.Fields);
    }

    // "The resource only exists while the call is in a live conference - afterwards 404/20404."
    [Theory]
    [InlineData("""{"conferences":[]}""", 200)]
    [InlineData("""{"conferences":[{"sid":"CF1"}]}""", 404)]
    public async Task LookUpRoom_NotThereOrJustOver_IsEmpty(string rooms, int participants)
    {
        _rig.Stub.Answer(200, rooms).Answer(participants, Gone);
        var reply = await _rig.Send(new LookUpRoom(Known.Caller, "v-x-2"));
        Assert.Equal(CarrierOutcome.Done, reply.Outcome);
        Assert.Empty(reply.Legs);
    }

    [Fact]
    public async Task Network_OverLoopback_CarriesRequestAndAnswer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var rig = new CarrierRig($"http://{listener.LocalEndpoint}");
        var sending = rig.Send(new HangUpLeg(Known.Caller, Known.Leg));
        using var accepted = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(accepted.GetStream());
        Assert.Equal($"POST {Account}/Calls/{Known.Leg}.json HTTP/1.1", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await accepted.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(new CarrierReply(CarrierOutcome.Done, Known.Leg), await sending);

        accepted.Close();
        listener.Stop();
        Assert.Equal(new CarrierReply(CarrierOutcome.Unknown), await rig.Send(Dial));
    }

    [Fact]
    public void Registration_All_IsThere()
    {
        Assert.IsType<TwilioCarrier>(_rig.Get<ICarrier>());
        Assert.NotNull(_rig.Get<SignatureCheck>());
        Assert.StartsWith(Known.Base, _rig.Get<Urls>().Of(new(Ivr.Calls.Directives.Route.Inbound)), StringComparison.Ordinal);
    }
}
