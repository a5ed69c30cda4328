using System.Text.Json.Nodes;
using System.Threading.Channels;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>/sim/calls: place a call and follow it, look at calls, act in one.</summary>
internal sealed class CallRoutes(Exchange exchange, Exchanges translation)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sim/calls", Place);
        routes.MapGet("/sim/calls", List);
        routes.MapGet("/sim/calls/{sid}", Show);
        routes.MapPost("/sim/calls/{sid}/act", Act);
    }

    private async Task Place(HttpContext context)
    {
        var request = await Bodies.Read<CallRequest>(context.Request);
        var (leg, told) = await exchange.Time.Run(() => Start(request));
        context.Response.ContentType = "application/x-ndjson";
        try
        {
            await foreach (var line in told.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(line + "\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            exchange.Time.Post(() => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Caller)));
        }
    }

    private (Leg Leg, ChannelReader<string> Told) Start(CallRequest request)
    {
        if (!exchange.IsConfigured)
            throw new BadInput("The trunk has no configuration yet: PUT /sim/config first, or start it with --config.", 409);
        foreach (var item in request.Script)
        {
            if (!item.IsValid)
                throw new BadInput("Each script item is one of {\"press\":\"keys\"} (0-9 * # A-D), {\"say\":\"words\"} and {\"wait\":seconds}.");
        }
        if (string.IsNullOrWhiteSpace(request.From))
            throw new BadInput("'from' is empty: give a number in E.164, or anonymous.");
        if (request.HangUpAfter < 0 || request.Talk < 0)
            throw new BadInput("'hangUpAfter' and 'talk' are seconds from 0 up.");
        var (settings, faults) = (exchange.Settings, FaultsOf(request));
        var number = request.To == "211" ? translation.Translate(request.From, settings)
            : settings.Find(request.To)
                ?? throw new BadInput($"'{request.To}' is no number of this account: dial 211 or one of {string.Join(", ", settings.Numbers.Select(own => own.Number))}.", 404);
        if (request.Phone && (request.Script.Count > 0 || request.HangUpAfter is not null || request.Talk is not null))
            throw new BadInput("'phone' is a caller by hand, who has no script: leave out 'script', 'hangUpAfter' and 'talk', or 'phone'.");
        IPerson person = request.Phone ? new HandsOn() : new ScriptedCaller(request.Script, request.HangUpAfter, request.Talk);
        var leg = exchange.Dialler.Place(new CallOrder(request.From, request.To, number, person, request.Fast, faults)
        {
            Details = CallDetails.Of(request, number, exchange),
        });
        return (leg, leg.Story.Listen());
    }

    private CallFaults FaultsOf(CallRequest request) =>
        CallFaults.Of(request.Faults?.Rules() ?? [], unchecked(exchange.Settings.Seed + (exchange.Legs.Count * 7919)));

    private async Task<IResult> List()
    {
        var calls = await exchange.Time.Run(() => exchange.Legs.Select(Summary).ToArray());
        return Results.Json(new JsonObject { ["calls"] = new JsonArray(calls) }, Json.Relaxed);
    }

    private async Task<IResult> Show(string sid)
    {
        var told = await exchange.Time.Run(() =>
        {
            var leg = Find(sid);
            var summary = Summary(leg);
            summary["events"] = new JsonArray([.. leg.Story.Lines.Select(line => JsonNode.Parse(line))]);
            return summary;
        });
        return Results.Json(told, Json.Relaxed);
    }

    private async Task<IResult> Act(string sid, HttpRequest body)
    {
        var act = await Bodies.Read<ActRequest>(body);
        await exchange.Time.Run(() =>
        {
            Acts.Do(Find(sid), act);
            return true;
        });
        return Results.Json(new { done = true });
    }

    private Leg Find(string sid) => exchange.Find(sid) ?? throw new BadInput($"There is no call {sid}: GET /sim/calls lists them.", 404);

    private static JsonObject Summary(Leg leg) => new()
    {
        ["callSid"] = leg.Sid,
        ["direction"] = leg.Direction.Wire(),
        ["from"] = leg.From,
        ["to"] = leg.To,
        ["status"] = leg.Status.Wire(),
        ["queue"] = leg.Member?.Queue.Name,
        ["room"] = leg.Participant?.Room.Name,
    };
}
