using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>What is said about a call besides offers and talks: by the agent at hand, and where lives are in danger by supervisors.</summary>
internal static class CallEndpoints
{
    public static void MapCallNotes(this IEndpointRouteBuilder app)
    {
        var agent = app.MapStaffGroup("/agent", StaffRole.Agent);
        agent.MapGet("/labels", (NoteDesk desk) => Results.Json(desk.Labels, CallJson.Options));
        agent.MapPost("/help", (HttpContext http, NoteDesk desk, CancellationToken stop) => desk.Help(http, stop));
        agent.MapPost("/calls/{call}/wrap-up", (HttpContext http, string call, NoteDesk desk, CancellationToken stop) => desk.WrapUp(http, call, stop));
        agent.MapPost("/calls/{call}/triage", (HttpContext http, string call, NoteDesk desk, CancellationToken stop) => desk.Triage(http, call, stop));
        agent.MapPost("/calls/{call}/escalate", (HttpContext http, string call, NoteDesk desk, CancellationToken stop) => desk.Escalate(http, call, stop));
        agent.MapGet("/calls/{call}/contacts", async (HttpContext http, string call, string? town, IStore store, IFlowSets flows, CancellationToken stop) =>
            await AtHand.Look(store, http.Holder().Of, call, stop) is var (hand, refused) && hand is null ? refused! : LinesAtHand.Tell(flows.Live.Places, town, hand.State.Flow.Region));
        MapRisk(agent);
        var supervisor = app.MapStaffGroup("/supervisor", StaffRole.Supervisor);
        supervisor.MapGet("/risks", async (HttpContext http, RiskDesk desk, CancellationToken stop) =>
            Results.Json(new { risks = await desk.List(http.Holder().Of, stop) }, CallJson.Options));
        MapRisk(supervisor);
    }

    private static void MapRisk(RouteGroupBuilder group)
    {
        group.MapPost("/calls/{call}/imminent-risk", (HttpContext http, string call, RiskDesk desk, CancellationToken stop) => desk.Open(http, call, stop));
        group.MapPost("/calls/{call}/imminent-risk/close", (HttpContext http, string call, RiskDesk desk, CancellationToken stop) => desk.Close(http, call, stop));
    }
}
