using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>Tokens: all of them by the admin token, those of a partner's agents by its supervisor's.</summary>
internal static class TokenEndpoints
{
    private const int MostDays = 365;

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGuarded();
        admin.MapPost("/tokens", (HttpContext http, TokenDesk desk, CancellationToken stop) => Make(http, null, desk, stop));
        admin.MapGet("/tokens", async (TokenDesk desk, CancellationToken stop) => Results.Json(await desk.List(null, stop), CallJson.Options));
        admin.MapDelete("/tokens/{id:long}", (long id, TokenDesk desk, CancellationToken stop) => desk.Revoke(id, null, stop));
        var supervisor = app.MapStaffGroup("/supervisor", StaffRole.Supervisor);
        supervisor.MapPost("/tokens", (HttpContext http, TokenDesk desk, CancellationToken stop) => Make(http, http.Holder().Of, desk, stop));
        supervisor.MapGet("/tokens", async (HttpContext http, TokenDesk desk, CancellationToken stop) => Results.Json(await desk.List(http.Holder().Of, stop), CallJson.Options));
        supervisor.MapDelete("/tokens/{id:long}", (HttpContext http, long id, TokenDesk desk, CancellationToken stop) => desk.Revoke(id, http.Holder().Of, stop));
    }

    private static async Task<IResult> Make(HttpContext http, string? region, TokenDesk desk, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<TokenOrder>(http);
        if (refused is not null)
            return refused;
        if (order!.Agent is null == order.Supervisor is null)
            return JsonBody.Problem(400, """Say for whom: {"agent":"AGENT"}, or {"supervisor":"REGION"}.""");
        if (order.Days is < 1 or > MostDays)
            return JsonBody.Problem(400, $"'days' is {order.Days}. Allowed: 1 to {MostDays}.");
        return order.Who?.Length > 100 ? JsonBody.Problem(400, "'who' is longer than 100 characters.") : await desk.Make(order, region, stop);
    }
}
