using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Host.Admin;

/// <summary>What the commands ask the running service; each request carries the admin token.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGuarded();
        admin.MapGet("/calls", async (int? most, IStore store, CancellationToken stop) =>
            Results.Json(await store.Calls(Math.Clamp(most ?? 20, 1, 1000), stop), CallJson.Options));
        admin.MapGet("/calls/carried", async (string? after, int? most, IStore store, IFlowSets flows, CancellationToken stop) =>
            Results.Json(await CarriedPage.Read(after, Math.Clamp(most ?? CarriedPage.Most, 1, CarriedPage.Most), store, flows, stop), CallJson.Options));
        admin.MapGet("/calls/{sid}", async (string sid, IStore store, IFlowSets flows, CancellationToken stop) =>
            await CallStory.Tell(sid, store, flows, stop) is { } story ? Results.Json(story, CallJson.Options) : NotFound(sid));
        admin.MapGet("/calls/{sid}/recording", async (string sid, RecordingMaker maker, CancellationToken stop) =>
            await maker.Make(sid, stop) is { } recording ? Results.Json(recording, CallJson.Options) : NotFound(sid));
        admin.MapGet("/floor", async (IStore store, IFlowSets flows, CancellationToken stop) =>
            Results.Json(FloorStory.Tell(await store.LoadFloor(stop), flows.Live.Queues), CallJson.Options));
    }

    /// <summary>Endpoints under <c>/admin</c> that are refused without the admin token.</summary>
    public static RouteGroupBuilder MapGuarded(this IEndpointRouteBuilder app) => app.MapGroup("/admin").AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        return http.RequestServices.GetService(typeof(AdminToken)) is AdminToken token && token.Allows(http.Request.Headers.Authorization)
            ? await next(context)
            : Results.Json(new { error = "The admin token is missing or wrong. It lies beside the database, in admin.token." }, statusCode: 401);
    });

    private static IResult NotFound(string sid) =>
        Results.Json(new { error = $"No call {sid} is known. 'show' without a call lists the newest." }, statusCode: 404);
}
