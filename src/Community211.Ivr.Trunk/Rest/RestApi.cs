using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The REST API's entrance: who may come in, one request at a time on the lane, errors as the carrier words them.</summary>
internal sealed class RestApi(Exchange exchange)
{
    public const string Root = "/2010-04-01/Accounts/{account}";

    /// <summary>Asked on the lane before each request, and told in the log by whoever sets it: the one place for faults of the API.</summary>
    public Func<RestRequest, RestFault?> Before { get; set; } = static _ => null;

    public RequestDelegate On(Func<RestRequest, RestAnswer> handle) => context => Serve(context, handle);

    private async Task Serve(HttpContext context, Func<RestRequest, RestAnswer> handle)
    {
        Task<(RestAnswer? Answer, IDisposable Busy)> strand;
        using (exchange.Time.Busy())
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
            strand = exchange.Time.RunStrand(() => Answer(new RestRequest(context, form, exchange), handle));
        }
        var (answer, busy) = await strand;
        using (busy)
            await Write(context, answer);
    }

    private static async Task Write(HttpContext context, RestAnswer? answer)
    {
        if (answer is null)
        {
            context.Abort();
            return;
        }
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

    /// <summary>Null when the connection is to be cut. Busy until the answer is on the wire.</summary>
    private async Task<(RestAnswer?, IDisposable)> Answer(RestRequest request, Func<RestRequest, RestAnswer> handle)
    {
        var fault = Before(request);
        if (fault?.Late > TimeSpan.Zero)
            await exchange.Time.Delay(fault.Late);
        var busy = exchange.Time.Busy();
        var answer = fault?.Instead ?? Do(request, handle);
        if (fault?.Instead is null)
            answer = fault?.Afterwards ?? answer;
        Log(request, answer, fault?.CutsConnection == true);
        return (fault?.CutsConnection == true ? null : answer, busy);
    }

    private RestAnswer Do(RestRequest request, Func<RestRequest, RestAnswer> handle)
    {
        try
        {
            RestAccess.Check(request, exchange);
            request.WantJson();
            return handle(request);
        }
        catch (RestFailure failure)
        {
            return RestAnswer.Failed(failure.Status, failure.Code, failure.Message);
        }
    }

    private void Log(RestRequest request, RestAnswer answer, bool cut)
    {
        foreach (var warning in request.Warnings)
            Warn(answer, warning);
        exchange.Log.Tell(
            exchange.Time.Now,
            "rest",
            ("method", request.Method),
            ("path", request.Path + request.QueryString),
            ("form", request.FormFields()),
            ("status", answer.Status),
            ("code", answer.Status >= 400 ? answer.Body?["code"]?.DeepClone() : null),
            ("sid", answer.Status < 400 ? answer.Body?["sid"]?.DeepClone() : null),
            ("note", cut ? "the connection was cut before the answer" : null));
    }

    /// <summary>In the story of the call that the request is about, else in the log alone.</summary>
    private void Warn(RestAnswer answer, string warning)
    {
        var sid = (string?)answer.Body?["call_sid"] ?? (string?)answer.Body?["sid"];
        if (answer.Status < 400 && sid is not null && exchange.Find(sid) is { } leg)
            leg.Story.Warn(RestRequest.WarningCode, warning);
        else
            exchange.Log.Tell(exchange.Time.Now, "warning", ("code", RestRequest.WarningCode), ("message", warning));
    }
}
