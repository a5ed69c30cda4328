using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The rest of /sim: configuration, people, signing, health, shutdown, the fallback document.</summary>
internal sealed class SimRoutes(Exchange exchange, TrunkOptions options, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/sim/config", Configure);
        routes.MapGet("/sim/people", People);
        routes.MapPut("/sim/people/{number}", ChangePerson);
        routes.MapDelete("/sim/people", ResetPeople);
        routes.MapPost("/sim/send", Send);
        routes.MapMethods("/sim/fallback.xml", ["GET", "POST"], Fallback);
        routes.MapGet("/sim/health", Health);
        routes.MapPost("/sim/shutdown", Shutdown);
    }

    /// <summary>Says whether it was started by a service, and its process, so that a service that finds it after a crash can end it in the end.</summary>
    private IResult Health() => Results.Json(
        new { status = "ok", product = "community211-trunk", configured = exchange.IsConfigured, child = options.Child, process = Environment.ProcessId });

    private async Task<IResult> Configure(HttpRequest request)
    {
        var settings = ConfigReader.Read(await Bodies.Text(request), Directory.GetCurrentDirectory());
        await exchange.Time.Run(() =>
        {
            exchange.Configure(settings);
            return true;
        });
        return Results.Json(new { configured = true, numbers = settings.Numbers.Count });
    }

    private async Task<IResult> People() =>
        Results.Json(await exchange.Time.Run(() => JsonSerializer.SerializeToNode(exchange.People.Changed, Json.Strict)));

    private async Task<IResult> ChangePerson(string number, HttpRequest request)
    {
        if (DialledNumber.Problem(number) is { } problem)
            throw new BadInput($"{problem} Nobody dials anything else; in a URL, + is written + or %2B.");
        var person = await Bodies.Read<PersonSettings>(request);
        PersonChecks.Check(person);
        await exchange.Time.Run(() =>
        {
            exchange.People.Change(number, person);
            return true;
        });
        return Results.Json(person, Json.Strict);
    }

    private async Task<IResult> ResetPeople()
    {
        await exchange.Time.Run(() =>
        {
            exchange.People.Reset();
            return true;
        });
        return Results.NoContent();
    }

    private async Task<IResult> Send(HttpRequest body)
    {
        var send = await Bodies.Read<SendRequest>(body);
        if (!exchange.IsConfigured)
            throw new BadInput("The trunk has no configuration yet, so it has no token to sign with: PUT /sim/config first.", 409);
        if (!Uri.TryCreate(send.Url, UriKind.Absolute, out _) || send.Method is not ("GET" or "POST"))
            throw new BadInput("'url' is an absolute URL and 'method' is GET or POST.");
        if (send.Json is not null && (send.Form is not null || send.Method == "GET"))
            throw new BadInput("'json' is the body of a POST in the place of 'form': give one of them.");
        var form = send.Fields();
        send.CheckHeaders();
        var answer = await exchange.Time.RunStrand(() => exchange.Sender.Send(
            new WebhookRequest(send.Method, send.Url, form, exchange.Settings.AuthToken)
            {
                IdempotencyToken = exchange.NextId(""),
                Headers = send.Headers ?? [],
                Json = send.Json is { } json ? System.Text.Encoding.UTF8.GetBytes(json.GetRawText()) : null,
            },
            new System.Net.CookieContainer()));
        return answer.Error is { } error
            ? Results.Json(new { error = $"{send.Url} did not answer ({answer.ErrorCode}): {error}" }, statusCode: 502)
            : Results.Json(new JsonObject
            {
                ["status"] = answer.Status,
                ["headers"] = JsonSerializer.SerializeToNode(answer.Headers),
                ["body"] = answer.Text,
            }, Json.Relaxed);
    }

    private async Task<IResult> Fallback() =>
        await exchange.Time.Run(() => exchange.IsConfigured ? exchange.Settings.FallbackDocument : null) is { } document
            ? Results.Text(document, "text/xml")
            : throw new BadInput("No fallback document is configured: set fallbackDocument in the configuration.", 404);

    private IResult Shutdown()
    {
        lifetime.StopApplication();
        return Results.Json(new { stopping = true });
    }
}
