using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier.Webhooks;

public sealed class WebhookReaderTests
{
    private const string Own = $"CallSid={Known.Caller}&AccountSid={Known.Account}";
    private const string Dialled = $"CallSid={Known.Leg}&AccountSid={Known.Account}";

    public static TheoryData<Route, string, string, CallEvent> Events => new()
    {
        { Route.Inbound, "/voice/inbound", Own + "&To=%2B14165550100", new CallArrived("+14165550100") },
        { Route.Inbound, "/voice/inbound", Own + "&To=&Called=%2B14165550100", new CallArrived("+14165550100") },
        { Route.Inbound, "/voice/inbound", Own, new CallArrived("") },
        { Route.Step, "/voice/step?answer=3", Own + "&Digits=2", new CallerAnswered(3, InLine: false) },
        { Route.Step, "/voice/step?answer=3&page=4", Own + "&Digits=2", new CallerAnswered(3, InLine: true) },
        { Route.Step, "/voice/step", Own + "&Digits=2", new FallbackAsked(null, null) },
        { Route.Wait, "/voice/wait?page=5", Own + "&QueueSid=QU1&QueuePosition=1", new PageAsked(5, "QU1") },
        { Route.Wait, "/voice/wait", Own + "&QueueSid=", new PageAsked(null, null) },
        { Route.Wait, "/voice/wait?answer=6", Own + "&Digits=9", new CallerAnswered(6, InLine: true) },
        { Route.QueueResult, "/voice/queue-result?answer=4", Own + "&QueueResult=redirected&QueueTime=9", new LineLeft(4, "redirected") },
        { Route.QueueResult, "/voice/queue-result?page=4", Own + "&QueueResult=hangup", new LineLeft(4, "hangup") },
        { Route.QueueResult, "/voice/queue-result", Own, new LineLeft(null, "unknown") },
        { Route.Connect, "/voice/connect?epoch=2", Own + "&DequeingCallSid=" + Known.Leg, new ConnectAsked(2) },
        { Route.Connect, "/voice/connect", Own, new ConnectAsked(null) },
        { Route.Resume, "/voice/resume?epoch=2", Own + "&DialCallStatus=completed", new ResumeAsked(2, null, "completed") },
        { Route.Resume, "/voice/resume?at=line", Own + "&DialCallStatus=no-answer", new ResumeAsked(null, "line", "no-answer") },
        { Route.Resume, "/voice/resume", Own, new ResumeAsked(null, null, null) },
        { Route.Agent, $"/voice/agent?call={Known.Caller}&offer=o1", Dialled, new LegAsked("o1", Known.Leg, null) },
        { Route.Agent, $"/voice/agent?at=key&call={Known.Caller}&offer=o1", Dialled + "&Digits=1", new LegAsked("o1", Known.Leg, "key") },
        { Route.Called, $"/voice/called?call={Known.Caller}&offer=d1", Dialled, new CalledLegAsked("d1", Known.Leg, null) },
        {
            Route.Conference,
            $"/voice/conference?call={Known.Caller}&epoch=2",
            Dialled + "&ConferenceSid=CF1&FriendlyName=v-x-2&StatusCallbackEvent=participant-join&SequenceNumber=2",
            new RoomChanged(2, "participant-join", Known.Leg, "CF1", 2)
        },
        {
            Route.Conference,
            $"/voice/conference?call={Known.Caller}&epoch=2",
            "ConferenceSid=CF1&StatusCallbackEvent=conference-end&SequenceNumber=x",
            new RoomChanged(2, "conference-end", null, "CF1", null)
        },
        { Route.Hold, "/voice/hold", Own, new HoldPageAsked() },
        {
            Route.Status,
            "/voice/status",
            Own + "&CallStatus=completed&SequenceNumber=0&CallDuration=61&Duration=2",
            new CallerStatus("completed", 0)
        },
        {
            Route.Status,
            $"/voice/status?call={Known.Caller}&offer=o1",
            Dialled + "&CallStatus=ringing&SequenceNumber=1",
            new LegStatus("o1", Known.Leg, "ringing", 1)
        },
        {
            Route.Fallback,
            "/voice/fallback",
            Own + "&ErrorCode=11200&ErrorUrl=https%3A%2F%2Fivr.example.org%3A443%2Fbase%2Fvoice%2Fstep%3Fanswer%3D7",
            new FallbackAsked(7, "11200")
        },
        { Route.Fallback, "/voice/fallback", Own + "&ErrorUrl=%2Fvoice%2Fwait%3Fpage%3D8", new FallbackAsked(8, null) },
        { Route.Fallback, "/voice/fallback", Own + "&ErrorUrl=https%3A%2F%2Felsewhere.example.org%2Fx", new FallbackAsked(null, null) },
        { Route.Fallback, "/voice/fallback", Own, new FallbackAsked(null, null) },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Request_OfEachRoute_IsItsEvent(Route route, string target, string form, CallEvent happened)
    {
        var webhook = WebhookReader.Read(route, Sent.Post(target, form));
        Assert.Equal(happened, webhook.Event with { Private = null });
        Assert.Equal(Known.Caller, webhook.Call);
    }

    [Fact]
    public void Routes_AllOfThem_AreReadAbove() =>
        Assert.Equal(Enum.GetValues<Route>(), Events.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void Get_SameFields_IsTheSameEvent()
    {
        var webhook = WebhookReader.Read(Route.Step, Sent.Get($"/voice/step?answer=3&{Own}&Digits=2&To=%2B14165550100&msg=Gather+End"));
        Assert.Equal(new CallerAnswered(3, InLine: false), webhook.Event with { Private = null });
        Assert.Equal((Known.Caller, Known.Account, "+14165550100"), (webhook.Call, webhook.AccountSid, webhook.To));
        Assert.Equal("2", webhook.Event.Private!.Digits);
        Assert.Equal("", webhook.Event.Private.Raw!.Body);
    }

    // "From (E.164, or anonymous, unknown, client:..., sip:..., or a raw national string)".
    [Theory]
    [InlineData("%2B14165550123", "+14165550123")]
    [InlineData("anonymous", "anonymous")]
    [InlineData("client%3Afloor-2", "client:floor-2")]
    [InlineData("sip%3Adesk%40pbx.example.org%3A5060", "sip:desk@pbx.example.org:5060")]
    [InlineData("4165550123", "4165550123")]
    [InlineData("", null)]
    public void From_AsTheCarrierGivesIt_IsPrivate(string sent, string? from)
    {
        var webhook = WebhookReader.Read(Route.Inbound, Sent.Post("/voice/inbound", $"{Own}&To=%2B14165550100&From={sent}"));
        Assert.Equal(from, webhook.Event.Private!.From);
    }

    // "From*/To*City ... as empty strings when unknown"; "ForwardedFrom (may be malformed, 23 digits seen)"; "New parameters may be
    // added at any time".
    [Fact]
    public void Fields_UnknownEmptyOrOdd_AreKeptInTheRawRequest()
    {
        const string Form = Own + "&To=%2B14165550100&ForwardedFrom=12345678901234567890123&FromCity=&CallerCity=TROIS-RIVI%C3%88RES"
            + "&NewIn2031=%f0%9f%93%9e";
        var raw = WebhookReader.Read(Route.Inbound, Sent.Post("/voice/inbound", Form)).Event.Private!.Raw!;
        Assert.Equal(("POST", "/voice/inbound", Form), (raw.Method, raw.Target, raw.Body));
    }

    [Fact]
    public void Speech_Recognised_IsPrivate()
    {
        const string Form = Own + "&SpeechResult=aide+au+loyer&Confidence=0.9&Digits=";
        var webhook = WebhookReader.Read(Route.Step, Sent.Post("/voice/step?answer=3", Form));
        Assert.Equal((null, "aide au loyer"), (webhook.Event.Private!.Digits, webhook.Event.Private.Speech));
    }

    [Fact]
    public void Headers_OfSecrets_AreLeftOut()
    {
        var request = Sent.Post("/voice/inbound", Own)
            .Signature("secret").With("AUTHORIZATION", "Basic secret").With("cookie", "secret").With("Proxy-Authorization", "secret")
            .With("I-Twilio-Idempotency-Token", "5f0c");
        var headers = WebhookReader.Read(Route.Inbound, request).Event.Private!.Raw!.Headers;
        Assert.Equal(["content-type", "I-Twilio-Idempotency-Token"], headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Route.Inbound, "/voice/inbound", "CallSid=")]
    [InlineData(Route.Inbound, "/voice/inbound", "CallSid=CA123")]
    [InlineData(Route.Inbound, "/voice/inbound", "CallSid=CA0000000000000000000000000000000a%0A")]
    [InlineData(Route.Inbound, "/voice/inbound", "CallSid=SM0000000000000000000000000000000a")]
    [InlineData(Route.Inbound, "/voice/step", Own)]
    [InlineData(Route.Step, "/voice/step?answer=%", Own)]
    [InlineData(Route.Status, "/voice/status", Own)]
    [InlineData(Route.Status, "/voice/status?call=" + Known.Caller, Dialled + "&CallStatus=completed")]
    [InlineData(Route.Status, "/voice/status?offer=o1", Dialled + "&CallStatus=completed")]
    [InlineData(Route.Agent, "/voice/agent?call=" + Known.Caller, Dialled)]
    [InlineData(Route.Agent, "/voice/agent?offer=o1", Dialled)]
    [InlineData(Route.Agent, "/voice/agent?call=CA1&offer=o1", Dialled)]
    [InlineData(Route.Conference, "/voice/conference?call=" + Known.Caller, "ConferenceSid=CF1")]
    [InlineData(Route.Conference, "/voice/conference?call=" + Known.Caller, "StatusCallbackEvent=conference-end")]
    [InlineData(Route.Conference, "/voice/conference", "ConferenceSid=CF1&StatusCallbackEvent=conference-end")]
    public void Request_WithoutWhatItNeeds_Is400(Route route, string target, string form)
    {
        var rejected = Assert.Throws<WebhookRejected>(() => WebhookReader.Read(route, Sent.Post(target, form)));
        Assert.Equal(400, rejected.Status);
        Assert.EndsWith(".", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_Overlong_AreCutAndNeverInHalfACharacter()
    {
        var phone = string.Concat(Enumerable.Repeat("📞", 3000));
        var digits = new string('1', 9000);
        var form = $"{Own}&Digits={digits}&From={digits}&SpeechResult=x{phone}&QueueResult=x{phone}&To=x{phone}";
        var webhook = WebhookReader.Read(Route.QueueResult, Sent.Post("/voice/queue-result", form).With("X-Long", new string('h', 9000)));
        var kept = webhook.Event.Private!;
        Assert.Equal((128, 256, 3999), (kept.Digits!.Length, kept.From!.Length, kept.Speech!.Length));
        Assert.Equal(63, Assert.IsType<LineLeft>(webhook.Event with { Private = null }).Result.Length);
        Assert.Equal(255, webhook.To.Length);
        Assert.Equal(1024, kept.Raw!.Headers["X-Long"].Length);
    }
}
