using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>What Calls and Participants have in common when they dial: who, from which number, what is reported.</summary>
internal static class DialFields
{
    public static readonly IReadOnlyList<string> Events = ["initiated", "ringing", "answered", "completed"];

    public static string To(RestRequest request)
    {
        var to = request.Field("To") is { Length: > 0 } given ? given : throw new RestFailure(400, 21201, "No 'To' number is specified");
        if (to.StartsWith("client:", StringComparison.Ordinal) || to.StartsWith("sip:", StringComparison.Ordinal))
            throw new RestFailure(400, 21211, $"not simulated: a call to '{to}'. Give a phone number.");
        return DialledNumber.Problem(to) is { } problem ? throw new RestFailure(400, 21211, $"Invalid 'To' Phone Number: {problem}") : to;
    }

    /// <summary>CallerId wins over From. It is a number of the account, unless a CallToken passes on a caller's.</summary>
    public static string From(RestRequest request)
    {
        var from = request.Field("CallerId") is { Length: > 0 } shown ? shown
            : request.Field("From") is { Length: > 0 } own ? own
            : throw new RestFailure(400, 21213, "No 'From' number is specified");
        if (from.StartsWith("client:", StringComparison.Ordinal))
            return from;
        if (DialledNumber.Problem(from) is { } wrong)
            throw new RestFailure(400, 21212, $"Invalid From Number (caller ID): {wrong}");
        if (request.Exchange.Settings.Find(from) is null && request.Field("CallToken") is not { Length: > 0 })
            throw new RestFailure(400, 21210, $"'From' {from} is no number of this account: use one of them, or pass on the caller's with its CallToken.");
        return from;
    }

    public static Callbacks Callbacks(RestRequest request)
    {
        var events = request.Words("StatusCallbackEvent");
        if (events.FirstOrDefault(name => !Events.Contains(name)) is { } unknown)
            throw new RestFailure(400, 21626, $"Invalid StatusCallbackEvent '{unknown}': {string.Join(", ", Events)} are allowed.");
        return Calls.Callbacks.Of(request.Url("StatusCallback"), request.Verb("StatusCallbackMethod"), events);
    }

    /// <summary>What to record, where Record asks for it.</summary>
    public static RecordingOrder? Recording(RestRequest request) =>
        request.Flag("Record") == true ? CallRecordingsRoutes.Order(request, "OutboundAPI") : null;

    public static void Line(RestRequest request)
    {
        if (request.Exchange.Line.IsFull)
            throw new RestFailure(400, 22005, "Call Queue Full: there are more than 24 hours of calls in line.");
    }
}
