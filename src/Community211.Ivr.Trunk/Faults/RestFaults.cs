using Community211.Ivr.Trunk.Rest;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>What goes wrong with a request to the REST API: slow, refused, failing before or after doing it, or nobody there.</summary>
internal static class RestFaults
{
    public static RestFault? Before(RestRequest request)
    {
        var faults = request.Exchange.Faults;
        if (faults.IsAway)
        {
            return new RestFault
            {
                Instead = RestAnswer.Failed(faults.AwayStatus ?? 503, 20503, "Service Unavailable"),
                CutsConnection = faults.AwayStatus is null,
            };
        }
        return faults.StrikeRest(Moment(request)) is { } rule ? Of(rule) : null;
    }

    private static RestFault Of(FaultRule rule) => rule.What switch
    {
        FaultWhat.Slow => new RestFault { Late = rule.Length!.Value },
        FaultWhat.TooMany => new RestFault { Instead = RestAnswer.Failed(429, 20429, "Too Many Requests") },
        FaultWhat.ServerError => new RestFault { Instead = ServerError(rule) },
        FaultWhat.ServerErrorAfter => new RestFault { Afterwards = ServerError(rule) },
        _ => new RestFault { CutsConnection = true },
    };

    private static RestAnswer ServerError(FaultRule rule) => RestAnswer.Failed(rule.Status ?? 500, 20500, "An internal server error has occurred");

    private static FaultMoment Moment(RestRequest request)
    {
        var parts = request.Path.Split('/');
        return new FaultMoment(FaultOn.Rest)
        {
            // "/Calls.json" is what follows /2010-04-01/Accounts/{sid}.
            Paths = parts.Length > 4 ? [request.Path, "/" + string.Join('/', parts[4..])] : [request.Path],
            Method = request.Method,
            CallSids = [.. parts.Select(part => part.EndsWith(".json", StringComparison.Ordinal) ? part[..^5] : part)],
            From = request.Field("From"),
            To = request.Field("To"),
        };
    }
}
