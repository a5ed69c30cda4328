using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Rest;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>Stands in front of the REST API: slow, refusing, failing before or after doing it, or away.</summary>
internal sealed class RestFaults(Exchange exchange)
{
    public async Task Handle(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(RestApi.Version, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        using var busy = exchange.Time.Busy();
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var moment = Moment(context.Request, form);
        var (away, rule) = await exchange.Time.Run(() => exchange.Faults.IsAway ? (true, null) : (false, exchange.Faults.StrikeRest(moment)));
        switch (away, rule?.What)
        {
            case (true, _):
                await Away(context, form);
                break;
            case (_, FaultWhat.TooMany):
                await Refuse(context, form, 429, 20429, "Too Many Requests");
                break;
            case (_, FaultWhat.ServerError):
                await Refuse(context, form, rule!.Status ?? 500, 20500, "An internal server error has occurred");
                break;
            case (_, FaultWhat.Slow):
                using (await Slowly(busy, rule!.Length!.Value))
                    await next(context);
                break;
            case (_, FaultWhat.ServerErrorAfter or FaultWhat.DropResponse):
                await After(context, next, rule!);
                break;
            default:
                await next(context);
                break;
        }
    }

    /// <summary>Idle while it waits, busy again the moment that it goes on: a clock that is moved while idle must miss neither.</summary>
    private Task<IDisposable> Slowly(IDisposable busy, TimeSpan length) => exchange.Time.RunStrand(async () =>
    {
        var waiting = exchange.Time.Delay(length);
        busy.Dispose();
        await waiting;
        return exchange.Time.Busy();
    });

    /// <summary>It is done, and the service does not learn of it.</summary>
    private static async Task After(HttpContext context, RequestDelegate next, FaultRule rule)
    {
        var body = context.Response.Body;
        try
        {
            using var unseen = new MemoryStream();
            context.Response.Body = unseen;
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (rule.What == FaultWhat.DropResponse)
        {
            context.Abort();
            return;
        }
        var status = rule.Status ?? 500;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(Error(status, 20500, "An internal server error has occurred").ToJsonString(), context.RequestAborted);
    }

    private async Task Away(HttpContext context, IFormCollection form)
    {
        if (exchange.Faults.AwayStatus is { } given)
        {
            await Refuse(context, form, given, 20503, "Service Unavailable");
            return;
        }
        await Tell(context, form, null, null);
        context.Abort();
    }

    private async Task Refuse(HttpContext context, IFormCollection form, int status, int code, string message)
    {
        await Tell(context, form, status, code);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Error(status, code, message).ToJsonString(), context.RequestAborted);
    }

    /// <summary>The API itself never sees these: they are told here.</summary>
    private async Task Tell(HttpContext context, IFormCollection form, int? status, int? code) => await exchange.Time.Run(() =>
    {
        RestLog.Tell(exchange, context.Request, RestLog.Fields(form), status, code, note: status is null ? "the connection was cut" : null);
        return true;
    });

    private static JsonObject Error(int status, int code, string message) => new()
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{code}",
        ["status"] = status,
    };

    private static FaultMoment Moment(HttpRequest request, IFormCollection form)
    {
        var path = request.Path.Value ?? "";
        var parts = path.Split('/');
        return new FaultMoment(FaultOn.Rest)
        {
            // "/Calls.json" is what follows /2010-04-01/Accounts/{sid}.
            Paths = parts.Length > 4 ? [path, "/" + string.Join('/', parts[4..])] : [path],
            Method = request.Method,
            CallSids = [.. parts.Select(part => part.EndsWith(".json", StringComparison.Ordinal) ? part[..^5] : part)],
            From = form["From"],
            To = form["To"],
        };
    }
}
