using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>Calls: create, look up, list, end or redirect.</summary>
internal static class CallsRoutes
{
    private const int MaxTwiml = 4000;
    private static readonly HashSet<string> Events = ["initiated", "ringing", "answered", "completed"];

    public static void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        routes.MapPost(RestApi.Root + "/Calls.json", api.On(Create));
        routes.MapGet(RestApi.Root + "/Calls.json", api.On(List));
        routes.MapGet(RestApi.Root + "/Calls/{sid}", api.On(request => RestAnswer.Ok(CallResource.Of(request, Find(request)))));
        routes.MapPost(RestApi.Root + "/Calls/{sid}", api.On(Update));
    }

    private static RestAnswer Create(RestRequest request)
    {
        var to = request.Field("To") is { Length: > 0 } given ? given : throw new RestFailure(400, 21201, "No 'To' number is specified");
        if (DialledNumber.Problem(to) is { } problem)
            throw new RestFailure(400, 21211, $"Invalid 'To' Phone Number: {problem}");
        var from = request.Field("From") is { Length: > 0 } own ? own : throw new RestFailure(400, 21213, "No 'From' number is specified");
        if (!from.StartsWith("client:", StringComparison.Ordinal) && DialledNumber.Problem(from) is { } wrong)
            throw new RestFailure(400, 21212, $"Invalid From Number (caller ID): {wrong}");
        if (request.Field("Url") is null && request.Field("Twiml") is null && request.Field("FallbackUrl") is not null)
            throw new RestFailure(400, 21405, "A fallback URL needs a URL.");
        var source = SourceOf(request) ?? throw new RestFailure(400, 21205, "Url parameter is required (or Twiml).");
        var events = request.Fields("StatusCallbackEvent").SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (events.FirstOrDefault(name => !Events.Contains(name)) is { } unknown)
            throw new RestFailure(400, 21626, $"Invalid StatusCallbackEvent '{unknown}': {string.Join(", ", Events)} are allowed.");
        var leg = request.Exchange.Dialler.Dial(new DialOrder(
            to, from, source,
            Callbacks.Of(request.Url("StatusCallback"), request.Verb("StatusCallbackMethod"), events),
            request.Whole("Timeout", 1, 600) ?? 60,
            request.Whole("TimeLimit", 1, 14400))
        {
            FallbackUrl = request.Url("FallbackUrl"),
            FallbackMethod = request.Verb("FallbackMethod"),
        });
        return RestAnswer.Created(CallResource.Of(request, leg));
    }

    private static RestAnswer List(RestRequest request)
    {
        var calls = request.Exchange.Legs.Reverse().Where(leg =>
            Matches(request.Query("To"), leg.To)
            && Matches(request.Query("From"), leg.From)
            && Matches(request.Query("Status"), leg.Status.Wire())
            && Matches(request.Query("ParentCallSid"), leg.ParentSid)
            && DateFilter.Matches(request, "StartTime", leg.AnsweredAt ?? leg.Created)
            && DateFilter.Matches(request, "EndTime", leg.EndedAt));
        return RestAnswer.Ok(Pages.Of(request, "calls", [.. calls.Select(leg => CallResource.Of(request, leg))]));
    }

    private static RestAnswer Update(RestRequest request)
    {
        var leg = Find(request);
        if (leg.IsOver || leg.Pending is EndInterruption)
            throw new RestFailure(400, 21220, "Call is not in-progress. Cannot redirect.");
        if (request.Url("FallbackUrl") is { } fallback)
            (leg.FallbackUrl, leg.FallbackMethod) = (fallback, request.Verb("FallbackMethod"));
        if (request.Url("StatusCallback") is { } callback)
            leg.Callbacks = Callbacks.Of(callback, request.Verb("StatusCallbackMethod"), []);
        switch (request.Field("Status"))
        {
            case "completed":
                leg.Interrupt(new EndInterruption(leg.AnsweredAt is null ? LegStatus.Canceled : LegStatus.Completed, EndedBy.Service));
                break;
            case "canceled" when leg.AnsweredAt is null:
                leg.Interrupt(new EndInterruption(LegStatus.Canceled, EndedBy.Service));
                break;
            case "canceled":
                throw new RestFailure(400, 21220, "Call is already in-progress: it can be completed, no longer canceled.");
            case null or "":
                if (SourceOf(request) is { } source)
                    leg.Interrupt(new RedirectInterruption(source));
                break;
            case var status:
                throw new RestFailure(400, 21218, $"Invalid Status '{status}': canceled or completed is allowed.");
        }
        return RestAnswer.Ok(CallResource.Of(request, leg));
    }

    private static Source? SourceOf(RestRequest request)
    {
        if (request.Url("Url") is { } url)
            return new UrlSource(url, request.Verb("Method"));
        if (request.Field("Twiml") is not { Length: > 0 } twiml)
            return null;
        return twiml.Length <= MaxTwiml ? new TextSource(twiml) : throw new RestFailure(400, 32018, "Twiml is longer than 4000 characters.");
    }

    private static Leg Find(RestRequest request) => request.Exchange.Find(request.Route("sid")) ?? throw RestFailure.NotFound(request.Path);

    private static bool Matches(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
