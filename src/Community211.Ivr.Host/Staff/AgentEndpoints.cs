using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>The agent API: a desk, by the agent's token. docs/agents.md shows it.</summary>
internal static class AgentEndpoints
{
    public static void MapAgents(this IEndpointRouteBuilder app)
    {
        var agent = app.MapStaffGroup("/agent", StaffRole.Agent);
        agent.MapGet("/me", async (HttpContext http, Desks desks, CancellationToken stop) =>
            await desks.Of(http.Holder().Of, stop) is { } desk ? Results.Json(desk, CallJson.Options) : JsonBody.Problem(404, $"{http.Holder().Of} is not on the floor yet. Try again in a moment."));
        agent.MapGet("/events", (HttpContext http, DeskEvents events) => events.Stream(http, http.Holder().Of));
        foreach (var (path, order) in ((string, AgentOrder)[])
            [
                ("/sign-in", AgentOrder.SignIn), ("/sign-out", AgentOrder.SignOut), ("/away", AgentOrder.Away), ("/available", AgentOrder.Available),
                ("/wrap-up/done", AgentOrder.WrapUpDone),
            ])
        {
            agent.MapPost(path, (HttpContext http, AgentDesk desk) => DeskAnswers.Set(http, desk, new AgentWish(order, http.Holder().Of), http.Holder().Of));
        }
        agent.MapPost("/offers/{offer}/accept", async (HttpContext http, string offer, AgentDesk desk, CancellationToken stop) =>
            await DeskAnswers.Tell(http, http.Holder().Of, await desk.Accept(http.Holder().Of, offer, stop)));
        agent.MapPost("/offers/{offer}/decline", async (HttpContext http, string offer, AgentDesk desk, CancellationToken stop) =>
            await DeskAnswers.Tell(http, http.Holder().Of, await desk.Decline(http.Holder().Of, offer, stop)));
        agent.MapPost("/calls/{call}/end", async (HttpContext http, string call, AgentDesk desk, CancellationToken stop) =>
            await DeskAnswers.Tell(http, http.Holder().Of, await desk.End(http.Holder().Of, call, stop)));
    }
}
