using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Carrier;

/// <summary>What each webhook tells.</summary>
internal static class Events
{
    private const string NotSaid = "unknown";

    public static CallEvent Of(Asked asked) => asked.Target.Route switch
    {
        Route.Inbound => new CallArrived(Dialled(asked)),
        Route.Step or Route.Wait => Answered(asked),
        Route.QueueResult => new LineLeft(Turn(Own(asked).Target), asked.Word("QueueResult") ?? NotSaid),
        Route.Connect => new ConnectAsked(Own(asked).Target.Epoch),
        Route.Resume => new ResumeAsked(Own(asked).Target.Epoch, asked.At, asked.Word("DialCallStatus")),
        Route.Agent => new LegAsked(Offered(asked), asked.Leg, asked.At),
        Route.Conference => Room(asked),
        Route.Hold => new HoldPageAsked(),
        Route.Status => Status(asked),
        Route.Fallback => new FallbackAsked(Failed(Own(asked)), asked.Word("ErrorCode")),
        var other => throw new ArgumentOutOfRangeException(nameof(asked), other, "No such webhook."),
    };

    private static string Dialled(Asked asked) => Own(asked).Text("To", 256) ?? asked.Text("Called", 256) ?? "";

    /// <summary>
    /// An answer from a wait page comes back to the wait page with <c>answer</c>, or to a step with <c>page</c>. A step without its
    /// turn goes on like any request that went wrong: with what is, and without a step.
    /// </summary>
    private static CallEvent Answered(Asked asked)
    {
        var (route, answer, page) = (Own(asked).Target.Route, asked.Target.Answer, asked.Target.Page);
        if (answer is { } turn)
            return new CallerAnswered(turn, InLine: route == Route.Wait || page is not null);
        return route == Route.Wait ? new PageAsked(page, asked.Word("QueueSid"), Again: asked.At == "again") : new FallbackAsked(page, Error: null);
    }

    private static RoomChanged Room(Asked asked) => new(
        asked.Target.Epoch,
        asked.Word("StatusCallbackEvent") ?? throw new WebhookRejected(400, "StatusCallbackEvent is missing."),
        asked.LegIfAny,
        asked.Word("ConferenceSid") ?? asked.Word("FriendlyName") ?? throw new WebhookRejected(400, "ConferenceSid is missing."),
        asked.Number);

    private static CallEvent Status(Asked asked)
    {
        var status = asked.Word("CallStatus") ?? throw new WebhookRejected(400, "CallStatus is missing.");
        return asked.Offer is null
            ? new CallerStatus(status, Own(asked).Number)
            : new LegStatus(Offered(asked), asked.Leg, status, asked.Number);
    }

    private static string Offered(Asked asked) =>
        asked.CallerInUrl is null ? throw new WebhookRejected(400, "The URL of a dialled leg lacks its caller.")
        : asked.Offer ?? throw new WebhookRejected(400, "The URL of a dialled leg lacks its offer.");

    /// <summary>What only the caller's own leg can ask.</summary>
    private static Asked Own(Asked asked) =>
        asked.Leg == asked.Caller ? asked : throw new WebhookRejected(400, "CallSid is not the caller's in the URL.");

    /// <summary>The turn of the URL that failed.</summary>
    private static int? Failed(Asked asked) =>
        asked.Text("ErrorUrl", FormBody.MostBytes) is { } url && Urls.Read(url) is { } target ? Turn(target) : null;

    private static int? Turn(Target target) => target.Answer ?? target.Page;
}
