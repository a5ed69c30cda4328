using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Calls: create, look up, list, end or redirect, delete.</summary>
internal static class CallsRoutes
{
    private const int MaxTwiml = 4000;
    private const int MaxDigits = 32;

    private static readonly string[] Statuses = ["queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"];

    private static readonly RestFields Created = RestFields.Of(
        """
        To From CallerId Url Twiml Method FallbackUrl FallbackMethod StatusCallback StatusCallbackMethod StatusCallbackEvent Timeout TimeLimit
        CallToken SendDigits Record RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod RecordingStatusCallbackEvent
        RecordingTrack Trim
        """,
        """
        ApplicationSid RecordingConfigurationId SipAuthUsername SipAuthPassword MachineDetection MachineDetectionTimeout
        MachineDetectionSpeechThreshold MachineDetectionSpeechEndThreshold MachineDetectionSilenceTimeout AsyncAmd
        AsyncAmdStatusCallback AsyncAmdStatusCallbackMethod Byoc CallReason Passports ClientNotificationUrl
        """);

    private static readonly RestFields Updated = RestFields.Of(
        "Url Twiml Method Status FallbackUrl FallbackMethod StatusCallback StatusCallbackMethod TimeLimit");

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapPost(RestApi.Root + "/Calls.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/Calls.json", api.On(List));
        routes.MapGet(RestApi.Root + "/Calls/{sid}", api.On(request => RestAnswer.Ok(CallResource.Of(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Calls/{sid}", api.On(Update));
        routes.MapDelete(RestApi.Root + "/Calls/{sid}", api.On(Delete));
    }

    private static RestAnswer Create(RestRequest request)
    {
        request.Expect(Created);
        var (to, from) = (DialFields.To(request), DialFields.From(request));
        if (request.Field("Url") is null && request.Field("Twiml") is null && request.Field("FallbackUrl") is not null)
            throw new RestFailure(400, 21405, "A fallback URL needs a URL.");
        var source = SourceOf(request) ?? throw new RestFailure(400, 21205, "Url parameter is required (or Twiml).");
        var recording = DialFields.Recording(request);
        DialFields.Line(request);
        var leg = request.Exchange.Dialler.Dial(new DialOrder(
            to, from, source, DialFields.Callbacks(request), request.Whole("Timeout", 1, 600) ?? 60, request.Whole("TimeLimit", 1, 14400))
        {
            FallbackUrl = request.Url("FallbackUrl"),
            FallbackMethod = request.Verb("FallbackMethod"),
            SendDigits = Digits(request),
            Recording = recording,
        });
        return RestAnswer.Created(CallResource.Of(request, leg));
    }

    /// <summary>"with a maximum length of 32 digits"</summary>
    private static string? Digits(RestRequest request)
    {
        if (request.Field("SendDigits") is not { Length: > 0 } digits)
            return null;
        return digits.Length <= MaxDigits && SentDigits.AreValid(digits)
            ? digits
            : throw new RestFailure(400, 21228, $"Invalid SendDigits '{digits}': up to {MaxDigits} of 0-9 A-D # * w W are allowed.");
    }

    private static RestAnswer List(RestRequest request)
    {
        if (request.Query("Status") is { Length: > 0 } status && !Statuses.Contains(status))
            throw RestFailure.Parameter($"Parameter 'Status' is '{status}': {string.Join(", ", Statuses)} are allowed.");
        var calls = request.Exchange.Legs.Reverse().Where(leg =>
            !leg.IsDeleted
            && Matches(request.Query("To"), leg.To)
            && Matches(request.Query("From"), leg.From)
            && Matches(request.Query("Status"), CallResource.Status(leg))
            && Matches(request.Query("ParentCallSid"), leg.ParentSid)
            && DateFilter.Matches(request, "StartTime", leg.AnsweredAt ?? leg.Created)
            && DateFilter.Matches(request, "EndTime", leg.EndedAt));
        return RestAnswer.Ok(Pages.Of(request, "calls", [.. calls], leg => leg.Sid, CallResource.Of));
    }

    private static RestAnswer Update(RestRequest request)
    {
        request.Expect(Updated);
        var leg = Find(request);
        var limit = request.Whole("TimeLimit", 1, 14400);
        var status = request.Field("Status") is { Length: > 0 } word ? word : null;
        if (status is not (null or "canceled" or "completed"))
            throw new RestFailure(400, 21218, $"Invalid Status '{status}': canceled or completed is allowed.");
        var source = status is null ? SourceOf(request) : null;
        if (leg.IsOver || leg.Pending is EndInterruption || (source is not null && leg.AnsweredAt is null))
            throw new RestFailure(400, 21220, "Call is not in-progress. Cannot redirect.");
        if (status == "canceled" && leg.AnsweredAt is not null)
            throw new RestFailure(400, 21220, "Call is already in-progress: it can be completed, no longer canceled.");
        if (request.Url("FallbackUrl") is { } fallback)
            (leg.FallbackUrl, leg.FallbackMethod) = (fallback, request.Verb("FallbackMethod"));
        if (request.Url("StatusCallback") is { } callback)
            leg.Callbacks = Callbacks.Of(callback, request.Verb("StatusCallbackMethod"), []);
        leg.Limits(limit);
        if (status is not null)
            leg.Interrupt(new EndInterruption(leg.AnsweredAt is null ? LegStatus.Canceled : LegStatus.Completed, EndedBy.Service));
        else if (source is not null)
            leg.Interrupt(new RedirectInterruption(source));
        return RestAnswer.Ok(CallResource.Of(request, leg));
    }

    private static RestAnswer Delete(RestRequest request)
    {
        var leg = Find(request);
        if (!leg.IsOver)
            throw new RestFailure(409, 20009, "Cannot delete this call: it is not over yet.");
        leg.IsDeleted = true;
        return RestAnswer.NoContent;
    }

    // "If both `twiml` and `url` are provided then `twiml` parameter will be ignored."
    private static Source? SourceOf(RestRequest request)
    {
        if (request.Url("Url") is { } url && request.Field("Twiml") is { Length: > 0 })
            request.Warn("Twiml is ignored, as there is a Url, too: give one of them.");
        if (request.Url("Url") is { } address)
            return new UrlSource(address, request.Verb("Method"));
        if (request.Field("Twiml") is not { Length: > 0 } twiml)
            return null;
        return twiml.Length <= MaxTwiml ? new TextSource(twiml) : throw new RestFailure(400, 32018, "Twiml is longer than 4000 characters.");
    }

    private static Leg Find(RestRequest request) =>
        request.Exchange.Find(request.Route("sid")) is { IsDeleted: false } leg ? leg : throw RestFailure.NotFound(request.Path);

    private static bool Matches(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
