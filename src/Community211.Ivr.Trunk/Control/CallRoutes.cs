using System.Text.Json.Nodes;
using System.Threading.Channels;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>/sim/calls: place a call and follow it, look at calls, act in one.</summary>
internal sealed class CallRoutes(Exchange exchange, Exchanges translation, NamedCallers callers)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sim/calls", Place);
        routes.MapGet("/sim/callers", Callers);
        routes.MapGet("/sim/calls", List);
        routes.MapGet("/sim/calls/{sid}", Show);
        routes.MapPost("/sim/calls/{sid}/act", Act);
    }

    private async Task Place(HttpContext context)
    {
        var request = CallBody.Read(await Bodies.Text(context.Request), callers);
        var (leg, told, left) = await exchange.Time.Run(() => Start(request));
        context.Response.ContentType = "application/x-ndjson";
        try
        {
            await foreach (var line in told.ReadAllAsync(context.RequestAborted))
                await Tell(context, line);
            if (request.Expect is not null)
                await Tell(context, (await exchange.Time.RunStrand(async () => new CallVerdict(exchange, callers).Of(leg, request, await left))).ToJsonString(Json.Relaxed));
        }
        catch (OperationCanceledException)
        {
            exchange.Time.Post(() => leg.Interrupt(new EndInterruption(LegStatus.Completed, EndedBy.Caller)));
        }
    }

    private static async Task Tell(HttpContext context, string line)
    {
        await context.Response.WriteAsync(line + "\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private (Leg Leg, ChannelReader<string> Told, Task<IReadOnlyList<string>> Left) Start(CallRequest request)
    {
        if (!exchange.IsConfigured)
            throw new BadInput("The trunk has no configuration yet: PUT /sim/config first, or start it with --config.", 409);
        CallChecks.Check(request);
        var (settings, faults) = (exchange.Settings, FaultsOf(request));
        var number = request.To == "211" ? translation.Translate(request.From, settings)
            : settings.Find(request.To)
                ?? throw new BadInput($"'{request.To}' is no number of this account: dial 211 or one of {string.Join(", ", settings.Numbers.Select(own => own.Number))}.", 404);
        IPerson person = request.Phone ? new HandsOn() : new ScriptedCaller(request.Script, request.Habits);
        var leg = exchange.Dialler.Place(new CallOrder(request.From, request.To, number, person, request.Fast, faults)
        {
            Details = CallDetails.Of(request, number, exchange),
        });
        if (request.People.Count > 0)
            exchange.People.During(leg, new CallPeople(request.People));
        return (leg, leg.Story.Listen(), request.Expect is { NobodyLeft: true } ? Leftovers.Of(exchange, leg) : Task.FromResult<IReadOnlyList<string>>([]));
    }

    private CallFaults FaultsOf(CallRequest request) =>
        CallFaults.Of(request.Faults?.Rules() ?? [], unchecked(exchange.Settings.Seed + (exchange.Legs.Count * 7919)));

    private IResult Callers() => Results.Json(
        new JsonObject
        {
            ["callers"] = new JsonArray([.. callers.All.Select(caller => new JsonObject
            {
                ["name"] = caller.Name,
                ["who"] = caller.Who,
                ["why"] = caller.Why,
                ["expects"] = CallBody.Of(caller).Expect!.Words(),
                ["call"] = caller.Call.DeepClone(),
            })]),
        },
        Json.Relaxed);

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
