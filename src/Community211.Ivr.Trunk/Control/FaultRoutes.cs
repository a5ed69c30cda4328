using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Faults;

namespace Community211.Ivr.Trunk.Control;

/// <summary>/sim/faults: what goes wrong on purpose with everybody's calls; looked at, replaced, added to, ended.</summary>
internal sealed class FaultRoutes(Exchange exchange)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sim/faults", () => Told());
        routes.MapPut("/sim/faults", Replace);
        routes.MapPost("/sim/faults", Add);
        routes.MapDelete("/sim/faults", Clear);
        routes.MapDelete("/sim/faults/{id}", Remove);
    }

    private int Seed => exchange.IsConfigured ? exchange.Settings.Seed : 0;

    private async Task<IResult> Told() => Results.Json(
        new JsonObject { ["faults"] = await exchange.Time.Run(() => new JsonArray([.. exchange.Faults.Active.Select(fault => fault.ToJson())])) }, Json.Relaxed);

    private async Task<IResult> Replace(HttpRequest request)
    {
        var rules = FaultReader.Read(await Bodies.Read<List<FaultFile>>(request), "faults");
        await exchange.Time.Run(() =>
        {
            exchange.Faults.Replace(rules, Seed);
            foreach (var fault in exchange.Faults.Active)
                LegFaults.StrikeLive(exchange, fault);
            return true;
        });
        return await Told();
    }

    private async Task<IResult> Add(HttpRequest request)
    {
        var rule = FaultReader.Read(await Bodies.Read<FaultFile>(request), "");
        var told = await exchange.Time.Run(() =>
        {
            var fault = exchange.Faults.Add(rule, Seed);
            LegFaults.StrikeLive(exchange, fault);
            return fault.ToJson();
        });
        return Results.Json(told, Json.Relaxed, statusCode: 201);
    }

    private async Task<IResult> Clear()
    {
        await exchange.Time.Run(() =>
        {
            exchange.Faults.Clear();
            return true;
        });
        return Results.NoContent();
    }

    private async Task<IResult> Remove(string id) => await exchange.Time.Run(() => exchange.Faults.Remove(id))
        ? Results.NoContent()
        : throw new BadInput($"There is no fault '{id}': GET /sim/faults lists them.", 404);
}
