using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Observing;

/// <summary>Decisions of the matching rule: one by its number, and those that offered a call.</summary>
internal static class DecisionEndpoints
{
    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGuarded();
        admin.MapGet("/decisions/{id:long}", async (long id, IStore store, IFlowSets flows, CancellationToken stop) =>
            await store.LoadDecision(id, stop) is { } decision
                ? Results.Json(await DecisionStory.Tell(id, decision, flows, stop), CallJson.Options)
                : JsonBody.Problem(404, $"No decision {id} is kept. Decisions:KeepDays says how long they are; 'show CALL' tells the reasons of older ones."));
        admin.MapGet("/calls/{sid}/decisions", async (string sid, IStore store, CancellationToken stop) =>
            await store.LoadCall(sid, stop) is null
                ? JsonBody.Problem(404, $"No call {sid} is known. 'show' without a call lists the newest.")
                : Results.Json(
                    (await store.Facts(sid, stop)).Select(f => CallJson.Read<CallEvent>(f.Event)).OfType<OfferMade>().Select(o => o.Decision).OfType<long>().Distinct(), CallJson.Options));
    }
}
