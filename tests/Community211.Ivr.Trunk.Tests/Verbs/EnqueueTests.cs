using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class EnqueueTests
{
    private const string Line = "<Enqueue waitUrl=\"/wait\" action=\"/after\">help</Enqueue><Say>Next verb.</Say>";

    private static Task<TrunkDriver> Trunk(string wait, string? enqueue = null, string failure = "retry") => TrunkDriver.Start(
        asked => asked.Path switch
        {
            "/inbound" => enqueue ?? Line,
            "/wait" => wait,
            "/second" => "<Say>Second.</Say>",
            "/leave" => "<Leave/>",
            "/after" => "<Say>After.</Say>",
            "/other" => "<Say>Other.</Say>",
            "/fallback" => "<Say>Fallback.</Say>",
            _ => null,
        },
        config => config["waitUrlFailure"] = failure);

    // "waitUrl: QueuePosition, QueueSid, QueueTime, AvgQueueTime, CurrentQueueSize, MaxQueueSize"
    [Fact]
    public async Task WaitUrl_IsAskedAgainWhenItRunsOut_WithTheQueuesFigures()
    {
        await using var trunk = await Trunk("<Pause length=\"10\"/>");
        var call = await trunk.Place();
        await trunk.Until(() => trunk.Web.At("/wait").Count == 3);
        var last = trunk.Web.At("/wait")[2];
        Assert.Equal("1", last["QueuePosition"]);
        Assert.Equal("20", last["QueueTime"]);
        Assert.Equal("0", last["AvgQueueTime"]);
        Assert.Equal("1", last["CurrentQueueSize"]);
        Assert.Equal("1000", last["MaxQueueSize"]);
        Assert.StartsWith("QU", last["QueueSid"], StringComparison.Ordinal);
        Assert.Equal(1, (int)call.The("queued")["position"]!);
    }

    // "A Redirect inside changes the current document, at its end the waitUrl is re-requested."
    [Fact]
    public async Task Redirect_InTheWaitDocument_ComesBackToTheWaitUrl()
    {
        await using var trunk = await Trunk("<Redirect>/second</Redirect>");
        await trunk.Place();
        await trunk.Until(() => trunk.Web.At("/second").Count == 2);
        Assert.Equal(["/inbound", "/wait", "/second", "/wait", "/second"], trunk.Web.All.Select(asked => asked.Path));
        Assert.NotNull(trunk.Web.At("/second")[0]["QueueSid"]);
    }

    // "leaves queue, continues after Enqueue": its action is requested and the answer run.
    [Fact]
    public async Task Leave_RequestsTheActionAndRunsItsAnswer()
    {
        await using var trunk = await Trunk("<Pause length=\"7\"/><Leave/>");
        var call = await trunk.Play();
        var after = Assert.Single(trunk.Web.At("/after"));
        Assert.Equal("leave", after["QueueResult"]);
        Assert.Equal("7", after["QueueTime"]);
        Assert.Equal(["After."], call.Heard);
    }

    // "No action → next verb."
    [Fact]
    public async Task Leave_WithoutAction_GoesToTheNextVerb()
    {
        await using var trunk = await Trunk("<Leave/>", "<Enqueue waitUrl=\"/wait\">help</Enqueue><Say>Next verb.</Say>");
        Assert.Equal(["Next verb."], (await trunk.Play()).Heard);
    }

    // "Gather (dtmf and speech allowed: \"press 1 for a call-back\" works while waiting)"
    [Fact]
    public async Task Gather_InTheWaitDocument_Works()
    {
        await using var trunk = await Trunk("<Gather numDigits=\"1\" timeout=\"30\" action=\"/leave\"><Say>Press 1.</Say></Gather>");
        var call = await trunk.Play(TrunkDriver.Simple(script: [new { press = "1" }]));
        Assert.Equal("1", Assert.Single(trunk.Web.At("/leave"))["Digits"]);
        Assert.Equal("leave", (string?)call.The("dequeued")["result"]);
    }

    // "caller hang-up → action with `hangup` (response ignored)"
    [Fact]
    public async Task CallerHangsUp_ActionSaysHangupAndItsAnswerIsIgnored()
    {
        await using var trunk = await Trunk("<Pause length=\"60\"/>");
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 9));
        Assert.Equal("hangup", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Empty(call.Heard);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
        Assert.Equal(9, (int)call.The("ended")["duration"]!);
    }

    [Fact]
    public async Task CallsUpdate_OfACallerInLine_RunsTheUrlAndSaysRedirected()
    {
        await using var trunk = await Trunk("<Pause length=\"60\"/>");
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("queued").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Url", TrunkDriver.Service + "/other"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal(["Other."], call.Heard);
        Assert.Equal("redirected", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
    }

    [Fact]
    public async Task Queue_WhenFull_SaysSoAndWarns14207()
    {
        await using var trunk = await Trunk("<Pause length=\"60\"/>");
        var queue = (string)(await trunk.Post("Queues.json", 201, ("FriendlyName", "help"), ("MaxSize", "1")))["sid"]!;
        await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 1);
        var second = await trunk.Play();
        Assert.Equal("queue-full", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal(queue, trunk.Web.At("/after")[0]["QueueSid"]);
        Assert.Equal([14207], second.Warnings);
    }

    // What the carrier does when a wait URL fails is not documented: a switch.
    [Fact]
    public async Task WaitUrl_ThatFails_IsAskedAgainAfterFiveSeconds()
    {
        await using var trunk = await Trunk("<Pause length=\"60\"/>");
        var down = true;
        trunk.Web.Special = asked => asked.Path == "/wait" && down ? StandIn.Status(503) : null;
        var call = await trunk.Place();
        await trunk.Until(() => trunk.Web.At("/wait").Count == 2);
        down = false;
        await trunk.Until(() => trunk.Web.At("/wait").Count == 3);
        Assert.Equal(TimeSpan.FromSeconds(5), trunk.Web.At("/wait")[1].At - trunk.Web.At("/wait")[0].At);
        Assert.Contains(11217, call.Warnings);
        Assert.Single(trunk.Exchange.Queues.Named("help").Members);
    }

    [Fact]
    public async Task WaitUrl_ThatFails_WithLeave_RunsTheActionWithError()
    {
        await using var trunk = await Trunk("<Pay/>", failure: "leave");
        var call = await trunk.Play();
        Assert.Equal("error", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal(["After."], call.Heard);
    }

    [Fact]
    public async Task WaitUrl_AndActionThatFail_WithLeave_GoToTheFallback()
    {
        await using var trunk = await Trunk("", failure: "leave");
        trunk.Web.Special = asked => asked.Path is "/wait" or "/after" ? StandIn.Status(500) : null;
        Assert.Equal(["Fallback."], (await trunk.Play()).Heard);
    }

    // 13238 "illegal verb in waitUrl"
    [Theory]
    [InlineData("<Dial>+14165550111</Dial>")]
    [InlineData("<Enqueue>other</Enqueue>")]
    public async Task WaitDocument_WithAVerbThatMayNotStandThere_Fails(string wait)
    {
        await using var trunk = await Trunk(wait, failure: "leave");
        Assert.Contains(13238, (await trunk.Play()).Warnings);
    }

    [Fact]
    public async Task WaitDocument_Hangup_EndsTheCall()
    {
        await using var trunk = await Trunk("<Hangup/>");
        var call = await trunk.Play();
        Assert.Equal("hangup", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal("service", (string?)call.The("ended")["by"]);
    }

    // "default = Twilio's classical playlist"
    [Theory]
    [InlineData("", 1)]
    [InlineData("waitUrl=\"\"", 0)]
    public async Task WaitUrl_WhenAbsent_IsTheCarriersOwnMusic(string attribute, int played)
    {
        await using var trunk = await Trunk("", $"<Enqueue {attribute} action=\"/after\">help</Enqueue>");
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 30));
        Assert.Equal(played, call.Of("plays").Count(told => (string?)told["url"] == "the carrier's default wait music"));
        Assert.Equal("hangup", trunk.Web.At("/after")[0]["QueueResult"]);
    }

    [Fact]
    public async Task WaitUrl_ByGet_IsAskedByGet()
    {
        await using var trunk = await Trunk("<Leave/>", "<Enqueue waitUrl=\"/wait\" waitUrlMethod=\"GET\" action=\"/after\" method=\"GET\">help</Enqueue>");
        await trunk.Play();
        Assert.Equal(("GET", "GET"), (trunk.Web.At("/wait")[0].Method, trunk.Web.At("/after")[0].Method));
        Assert.Equal("leave", trunk.Web.At("/after")[0]["QueueResult"]);
    }

    // "queue name ≤ 64": "QueueSid: only available if the call was actually enqueued"
    [Theory]
    [InlineData(0, 14204)]
    [InlineData(65, 14205)]
    public async Task Name_OfAWrongLength_IsAnError(int length, int code)
    {
        await using var trunk = await Trunk("", $"<Enqueue action=\"/after\">{new string('q', length)}</Enqueue>");
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        var after = Assert.Single(trunk.Web.At("/after"));
        Assert.Equal(("error", null, null), (after["QueueResult"], after["QueueSid"], after["QueueTime"]));
        Assert.Empty(trunk.Exchange.Queues.All);
    }

    [Fact]
    public async Task MaxQueueSize_OfTheVerb_RefusesTheNext()
    {
        await using var trunk = await Trunk("<Pause length=\"60\"/>", "<Enqueue waitUrl=\"/wait\" maxQueueSize=\"1\" action=\"/after\">help</Enqueue>");
        await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 1);
        await trunk.Play();
        Assert.Equal("queue-full", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
    }

    // Twilio documents no limit for loops in voice: the trunk's own ends them loudly.
    [Fact]
    public async Task WaitDocuments_ThatLoopWithoutTime_AreASystemError()
    {
        await using var trunk = await Trunk("<Redirect>/wait</Redirect>");
        var call = await trunk.Play();
        Assert.Equal("system-error", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal([12400], call.Warnings);
        Assert.Equal(["After."], call.Heard);
        Assert.Empty(trunk.Exchange.Queues.Named("help").Members);
    }

    [Theory]
    [InlineData("method=\"get\"", 14201)]
    [InlineData("waitUrlMethod=\"get\"", 14206)]
    [InlineData("maxQueueSize=\"0\"", 12200)]
    [InlineData("workflowSid=\"WW1\"", 12200)]
    public async Task Attribute_ThatIsWrongOrNotSimulated_IsTold(string attribute, int code)
    {
        await using var trunk = await Trunk("<Leave/>", $"<Enqueue waitUrl=\"/wait\" {attribute}>help</Enqueue>");
        Assert.Equal([code], (await trunk.Play()).Warnings);
    }

    [Fact]
    public async Task WaitUrl_WhenEmpty_IsSilence()
    {
        await using var trunk = await Trunk("", "<Enqueue waitUrl=\"\" action=\"/after\">help</Enqueue>");
        var call = await trunk.Play(TrunkDriver.Simple(hangUpAfter: 100));
        Assert.Empty(trunk.Web.At("/wait"));
        Assert.Equal(100, (int)call.The("ended")["duration"]!);
    }
}
