using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class QueueNounTests
{
    private static Task<TrunkDriver> Trunk(string noun = "<Queue>help</Queue>", string dial = "", string before = "<Say>An agent comes.</Say>") =>
        TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" when asked["From"] == "+14165550111" => $"<Dial action=\"/dialled\" {dial}>{noun}</Dial>",
            "/inbound" => "<Enqueue waitUrl=\"/wait\" action=\"/after\">help</Enqueue><Say>Next verb.</Say>",
            "/wait" => "<Say>You are in line.</Say><Pause length=\"60\"/>",
            "/before" => before,
            "/after" => "<Say>After.</Say>",
            "/dialled" => "<Say>Dialled.</Say>",
            "/other" => "<Say>Other.</Say>",
            _ => null,
        });

    private static async Task<PlacedCall> Waiting(TrunkDriver trunk, object? talk = null)
    {
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk });
        await trunk.Until(() => call.Of("queued").Count == 1);
        return call;
    }

    private static Task<PlacedCall> Agent(TrunkDriver trunk, double talk = 9) =>
        trunk.Place(new { from = "+14165550111", to = TrunkDriver.Number, talk });

    // "takes the front": the two are connected; "QueueResult bridged … the action URL is hit once when the bridged parties disconnect"
    [Fact]
    public async Task Queue_TakesTheFront_AndItsActionIsAskedWhenTheyDisconnect()
    {
        await using var trunk = await Trunk();
        var first = await Waiting(trunk, 60);
        var second = await Waiting(trunk, 60);
        await trunk.Pass(20);
        var agent = await Agent(trunk);
        await trunk.Until(() => agent.Leg.IsOver && first.Leg.IsOver);
        Assert.Equal(("+14165550111", "+14165550123"), ((string?)first.The("talking")["with"], (string?)agent.The("talking")["with"]));
        var after = Assert.Single(trunk.Web.At("/after"));
        Assert.Equal(("bridged", "20", first.Sid), (after["QueueResult"], after["QueueTime"], after["CallSid"]));
        Assert.Equal(["You are in line.", "After."], first.Heard);
        Assert.False(second.Leg.IsOver);
        Assert.Equal(1, second.Leg.Member!.Position);
    }

    // "DialCallStatus, DialCallSid, DialCallDuration"
    [Fact]
    public async Task Queue_WhenTheCallerGoes_AsksTheDialsAction()
    {
        await using var trunk = await Trunk();
        var caller = await Waiting(trunk, 8);
        var agent = await Agent(trunk, 60);
        await trunk.Until(() => agent.Leg.IsOver && caller.Leg.IsOver);
        var action = Assert.Single(trunk.Web.At("/dialled"));
        Assert.Equal(("completed", caller.Sid, "8", "true"), (action["DialCallStatus"], action["DialCallSid"], action["DialCallDuration"], action["DialBridged"]));
        Assert.Equal("bridged", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal(["Dialled."], agent.Heard);
    }

    // "url": "executed on the queued caller's end before the two parties are connected", with QueueSid, CallSid, QueueTime, DequeingCallSid
    [Fact]
    public async Task Url_IsHeardByTheCallerBeforeTheyAreConnected()
    {
        await using var trunk = await Trunk("<Queue url=\"/before\" method=\"GET\">help</Queue>");
        var caller = await Waiting(trunk);
        await trunk.Pass(7);
        var agent = await Agent(trunk);
        await trunk.Until(() => caller.Of("talking").Count == 1);
        var before = Assert.Single(trunk.Web.At("/before"));
        Assert.Equal(("GET", caller.Sid, "7", agent.Sid), (before.Method, before["CallSid"], before["QueueTime"], before["DequeingCallSid"]));
        Assert.Equal(["You are in line.", "An agent comes."], caller.Heard);
        Assert.Equal((string?)caller.The("queued")["queueSid"], before["QueueSid"]);
    }

    // "The allowed verbs in this TwiML document are Play, Say, Pause, and Redirect."
    [Fact]
    public async Task Url_WithAnotherVerb_FailsBothSides()
    {
        await using var trunk = await Trunk("<Queue url=\"/before\">help</Queue>", before: "<Gather/>");
        var caller = await Waiting(trunk);
        await Agent(trunk);
        await trunk.Until(() => trunk.Web.At("/after").Count == 1 && trunk.Web.At("/dialled").Count == 1);
        Assert.Equal([13238], caller.Warnings);
        Assert.Equal(("error", "failed"), (trunk.Web.At("/after")[0]["QueueResult"], trunk.Web.At("/dialled")[0]["DialCallStatus"]));
    }

    // "If the queue is empty, Dial will wait until the next person joins the queue or until the timeout duration is reached."
    [Fact]
    public async Task Queue_WhenEmpty_WaitsForTheNextToJoin()
    {
        await using var trunk = await Trunk(dial: "timeout=\"30\"");
        await trunk.Post("Queues.json", 201, ("FriendlyName", "help"));
        var agent = await Agent(trunk);
        await trunk.Pass(20);
        var caller = await Waiting(trunk);
        await trunk.Until(() => agent.Of("talking").Count == 1 && caller.Of("talking").Count == 1);
        Assert.Equal("20", (agent.T("talking")).ToString("0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Queue_ThatStaysEmpty_IsNoAnswerAfterTheTimeout()
    {
        await using var trunk = await Trunk(dial: "timeout=\"30\"");
        await trunk.Post("Queues.json", 201, ("FriendlyName", "help"));
        var agent = await Agent(trunk);
        await trunk.Until(() => agent.Leg.IsOver);
        var action = Assert.Single(trunk.Web.At("/dialled"));
        Assert.Equal("no-answer", action["DialCallStatus"]);
        Assert.Equal(30, (action.At - agent.Leg.AnsweredAt!.Value).TotalSeconds, 1);
    }

    // "If the queue does not exist, Dial will post an error status to its action URL."
    [Fact]
    public async Task Queue_ThatThereIsNot_Fails()
    {
        await using var trunk = await Trunk();
        var agent = await Agent(trunk);
        await trunk.Until(() => agent.Leg.IsOver);
        Assert.Equal([14211], agent.Warnings);
        Assert.Equal("failed", Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
    }

    // "redirected-from-bridged": the queued leg was sent out of the bridge by REST.
    [Fact]
    public async Task Caller_SentElsewhereWhileTheyTalk_IsRedirectedFromBridged()
    {
        await using var trunk = await Trunk();
        var caller = await Waiting(trunk);
        var agent = await Agent(trunk, 60);
        await trunk.Until(() => caller.Of("talking").Count == 1);
        await trunk.Post($"Calls/{caller.Sid}.json", 200, ("Url", TrunkDriver.Service + "/other"));
        await trunk.Until(() => caller.Leg.IsOver && agent.Leg.IsOver);
        Assert.Equal("redirected-from-bridged", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal(["You are in line.", "Other."], caller.Heard);
        Assert.Equal("completed", Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
    }

    // "bridging-in-process": gone while the document before the bridge is heard.
    [Fact]
    public async Task Caller_WhoGoesBeforeTheyAreConnected_WasBeingBridged()
    {
        await using var trunk = await Trunk("<Queue url=\"/before\">help</Queue>", before: "<Pause length=\"20\"/>");
        var caller = await Waiting(trunk);
        var agent = await Agent(trunk, 60);
        await trunk.Until(() => trunk.Web.At("/before").Count == 1);
        await trunk.Post($"Calls/{caller.Sid}.json", 200, ("Status", "completed"));
        await trunk.Until(() => caller.Leg.IsOver && agent.Leg.IsOver);
        Assert.Equal("bridging-in-process", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
        Assert.Equal("failed", Assert.Single(trunk.Web.At("/dialled"))["DialCallStatus"]);
    }

    [Theory]
    [InlineData("<Queue reservationSid=\"WR1\">help</Queue>", 12200)]
    [InlineData("<Queue method=\"get\">help</Queue>", 14210)]
    public async Task Attribute_ThatIsWrongOrNotSimulated_IsTold(string noun, int code)
    {
        await using var trunk = await Trunk(noun);
        await Waiting(trunk);
        var agent = await Agent(trunk, 3);
        await trunk.Until(() => agent.Leg.IsOver);
        Assert.Equal([code], agent.Warnings);
    }

    // "record" and "hangupOnStar" are Dial's, whatever it dials.
    [Fact]
    public async Task Queue_IsRecordedAndLeftByStar()
    {
        await using var trunk = await Trunk(dial: "record=\"record-from-answer\" hangupOnStar=\"true\"");
        var caller = await Waiting(trunk, 60);
        var agent = await trunk.Place(new { from = "+14165550111", to = TrunkDriver.Number, talk = 60, script = new object[] { new { wait = 10 }, new { press = "*" } } });
        await trunk.Until(() => agent.Leg.IsOver && caller.Leg.IsOver);
        var action = Assert.Single(trunk.Web.At("/dialled"));
        Assert.Equal("11", action["RecordingDuration"]);
        Assert.Equal(["Dialled."], agent.Heard);
        Assert.Equal("bridged", Assert.Single(trunk.Web.At("/after"))["QueueResult"]);
    }
}
