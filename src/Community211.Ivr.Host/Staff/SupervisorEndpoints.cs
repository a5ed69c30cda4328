using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>What supervisors see and do, each for the region of their token; and who was shown a number, for the admin token.</summary>
internal static class SupervisorEndpoints
{
    private const int MostAlerts = 100;
    private const int MostAudited = 10_000;

    public static void MapSupervisors(this IEndpointRouteBuilder app)
    {
        var supervisor = app.MapStaffGroup("/supervisor", StaffRole.Supervisor);
        supervisor.MapGet("/floor", async (HttpContext http, IStore store, IFlowSets flows, Roster roster, TimeProvider clock, CancellationToken stop) =>
            Results.Json(SupervisorFloor.Tell(await store.LoadFloor(stop), http.Holder().Of, roster.Regions, flows.Live.Queues, clock.GetUtcNow()), CallJson.Options));
        supervisor.MapGet("/alerts", async (HttpContext http, long? after, IStore store, CancellationToken stop) =>
            Results.Json(new { alerts = (await store.Alerts(http.Holder().Of, after ?? 0, MostAlerts, stop)).Select(AlertView.Tell) }, CallJson.Options));
        supervisor.MapGet("/events", (HttpContext http, AlertEvents events) => events.Stream(http, http.Holder().Of));
        foreach (var (path, order) in ((string, AgentOrder)[])[("sign-out", AgentOrder.SignOut), ("away", AgentOrder.Away), ("available", AgentOrder.Available)])
        {
            supervisor.MapPost($"/agents/{{agent}}/{path}", (HttpContext http, string agent, AgentDesk desk, Roster roster) =>
                roster.RegionOf(agent) switch
                {
                    null => Task.FromResult(JsonBody.Problem(404, roster.NoAgent(agent))),
                    var region when region != http.Holder().Of => Task.FromResult(JsonBody.Problem(403, $"{agent} is an agent of {region}.")),
                    _ => DeskAnswers.Set(http, desk, new AgentWish(order, $"supervisor {http.Holder().Of}"), agent),
                });
        }
        supervisor.MapPost("/calls/{call}/reveal", (HttpContext http, string call, RevealDesk desk, CancellationToken stop) => desk.Show(http, call, stop));
        app.MapStaffGroup("/agent", StaffRole.Agent).MapPost("/calls/{call}/reveal", (HttpContext http, string call, RevealDesk desk, CancellationToken stop) => desk.Show(http, call, stop));
        app.MapGuarded().MapGet("/audit", async (int? most, IStore store, CancellationToken stop) =>
            Results.Json(new { reveals = await store.Reveals(Math.Clamp(most ?? 100, 1, MostAudited), stop), forgotten = await store.ForgottenNumbers(Math.Clamp(most ?? 100, 1, MostAudited), stop) }, CallJson.Options));
    }
}
