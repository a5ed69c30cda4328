using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Staff;

namespace Community211.Ivr.Host.Observing;

/// <summary>The floor in figures, as it is now: all of it for the admin token, the own region beside the province for a supervisor.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapGuarded().MapGet("/live", async (LiveLook look, CancellationToken stop) => Results.Json(await look.Now(stop), CallJson.Options));
        app.MapStaffGroup("/supervisor", StaffRole.Supervisor).MapGet("/figures", async (HttpContext http, LiveLook look, CancellationToken stop) =>
        {
            var live = await look.Now(stop);
            return Results.Json(new RegionLive(live.At, live.Regions.First(r => r.Of == http.Holder().Of), live.Province), CallJson.Options);
        });
    }
}
