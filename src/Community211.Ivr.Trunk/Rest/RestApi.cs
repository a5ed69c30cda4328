using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>The REST API's entrance: who may come in, one request at a time on the lane, errors as the carrier words them.</summary>
internal sealed class RestApi(Exchange exchange)
{
    public const string Root = "/2010-04-01/Accounts/{account}";

    public RequestDelegate On(Func<RestRequest, RestAnswer> handle) => async context =>
    {
        using var busy = exchange.Time.Busy();
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        var answer = await exchange.Time.Run(() => Answer(context, form, handle));
        context.Response.StatusCode = answer.Status;
        if (answer.Media is { } media)
            await media.WriteTo(context.Response, context.RequestAborted);
        else if (answer.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(Json.Relaxed), context.RequestAborted);
        }
    };

    private RestAnswer Answer(HttpContext context, IFormCollection? form, Func<RestRequest, RestAnswer> handle)
    {
        RestAnswer answer;
        try
        {
            Authorise(context);
            answer = handle(new RestRequest(context, form, exchange));
        }
        catch (RestFailure failure)
        {
            answer = new RestAnswer(failure.Status, new JsonObject
            {
                ["code"] = failure.Code,
                ["message"] = failure.Message,
                ["more_info"] = $"https://www.twilio.com/docs/errors/{failure.Code}",
                ["status"] = failure.Status,
            });
        }
        Log(context, form, answer);
        return answer;
    }

    private void Authorise(HttpContext context)
    {
        if (!exchange.IsConfigured)
            throw new RestFailure(503, 20503, "The trunk has no configuration yet: PUT /sim/config first.");
        var settings = exchange.Settings;
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}"));
        if (context.Request.Headers.Authorization != expected)
            throw new RestFailure(401, 20003, "Authenticate");
        if ((string?)context.GetRouteValue("account") != settings.AccountSid)
            throw RestFailure.NotFound(context.Request.Path.Value ?? "");
    }

    private void Log(HttpContext context, IFormCollection? form, RestAnswer answer)
    {
        var fields = new JsonObject();
        foreach (var (name, values) in form ?? FormCollection.Empty)
            fields[name] = values.ToString();
        exchange.Log.Write(null, new JsonObject
        {
            ["at"] = exchange.Time.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["kind"] = "rest",
            ["method"] = context.Request.Method,
            ["path"] = context.Request.Path.Value + context.Request.QueryString,
            ["form"] = fields,
            ["status"] = answer.Status,
            ["code"] = answer.Status >= 400 ? answer.Body?["code"]?.DeepClone() : null,
            ["sid"] = answer.Status < 400 ? answer.Body?["sid"]?.DeepClone() : null,
        });
    }
}
