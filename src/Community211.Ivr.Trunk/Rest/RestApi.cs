using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The REST API's entrance: who may come in, one request at a time on the lane, errors as the carrier words them.</summary>
internal sealed class RestApi(Exchange exchange)
{
    public const string Version = "/2010-04-01";
    public const string Root = Version + "/Accounts/{account}";

    /// <summary>Other versions are of other APIs of the carrier's, none of which is simulated.</summary>
    public static bool IsAt(PathString path) =>
        path.StartsWithSegments(Version, StringComparison.Ordinal)
        || (path.Value?.Split('/', 3) is [_, ['v', .. { Length: > 0 } number], ..] && number.All(char.IsAsciiDigit));

    public RequestDelegate On(Func<RestRequest, RestAnswer> handle) => async context =>
    {
        using var busy = exchange.Time.Busy();
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var answer = await exchange.Time.Run(() => Answer(new RestRequest(context, form, exchange), handle));
        await Write(context, answer);
    };

    public static async Task Write(HttpContext context, RestAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Status == 401)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        if (answer.Media is { } media)
            await media.WriteTo(context.Response, context.RequestAborted);
        else if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(Json.Relaxed), context.RequestAborted);
        }
    }

    private RestAnswer Answer(RestRequest request, Func<RestRequest, RestAnswer> handle)
    {
        RestAnswer answer;
        try
        {
            RestAccess.Check(request, exchange);
            request.WantJson();
            answer = handle(request);
        }
        catch (RestFailure failure)
        {
            answer = RestAnswer.Failed(failure.Status, failure.Code, failure.Message);
        }
        Tell(request, answer);
        return answer;
    }

    private void Tell(RestRequest request, RestAnswer answer)
    {
        foreach (var warning in request.Warnings)
            Warn(answer, warning);
        var failed = answer.Status >= 400;
        request.Tell(answer.Status, failed ? answer.Body?["code"]?.DeepClone() : null, failed ? null : answer.Body?["sid"]?.DeepClone());
    }

    /// <summary>In the story of the call that the request is about, else in the log alone.</summary>
    private void Warn(RestAnswer answer, string warning)
    {
        var sid = (string?)answer.Body?["call_sid"] ?? (string?)answer.Body?["sid"];
        if (answer.Status < 400 && sid is not null && exchange.Find(sid) is { } leg)
            leg.Story.Warn(RestRequest.WarningCode, warning);
        else
            exchange.Log.Tell(null, exchange.Time.Now, "warning", ("code", RestRequest.WarningCode), ("message", warning));
    }
}
