using System.Diagnostics.CodeAnalysis;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Host.Endpoints;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve callers; 503 when it cannot.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" }));
        app.MapGet("/health/ready", async (IStore store, FlowSets flows, ICarrierHealth carrier, CancellationToken stop) =>
        {
            var (storage, refusal) = await Storage(store, stop);
            var reachable = !carrier.Open;
            var ready = storage == "ok" && reachable;
            return Results.Json(
                new
                {
                    status = ready ? "ok" : "not ready",
                    store = storage,
                    flow = flows.Live.Revision,
                    published = FlowHealth.Of(flows.Now, refusal),
                    carrier = reachable ? "ok" : "cannot be reached; tried again every few seconds",
                },
                statusCode: ready ? 200 : 503);
        });
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is what health reports.")]
    private static async Task<(string Said, Refusal? LastRefusal)> Storage(IStore store, CancellationToken stop)
    {
        try
        {
            await store.Probe(stop);
            return ("ok", await store.LastRefusal(stop));
        }
        catch (Exception problem)
        {
            return (problem.Message, null);
        }
    }
}
