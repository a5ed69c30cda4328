using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>Transfers at the desk: hold, call in, join, leave, drop, or pass on to another partner.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder app)
    {
        var agent = app.MapStaffGroup("/agent", StaffRole.Agent);
        agent.MapGet("/directory", async (IStore store, IFlowSets flows, CancellationToken stop) => Results.Json(TransferDirectory.Of(await store.LoadFloor(stop), flows.Live.Places), CallJson.Options));
        agent.MapPost("/calls/{call}/transfer", (HttpContext http, string call, TransferDesk desk, CancellationToken stop) => Transfer(http, call, desk, stop));
        foreach (var (path, change) in ((string, TalkChange)[])[("hold", TalkChange.Hold), ("join", TalkChange.Join), ("leave", TalkChange.Leave), ("drop", TalkChange.Drop)])
        {
            agent.MapPost($"/calls/{{call}}/{path}", async (HttpContext http, string call, TransferDesk desk, CancellationToken stop) =>
                await DeskAnswers.Tell(http, http.Holder().Of, await desk.Change(http.Holder().Of, call, change, stop)));
        }
    }

    private static async Task<IResult> Transfer(HttpContext http, string call, TransferDesk desk, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<TransferOrder>(http);
        if (refused is not null)
            return refused;
        var agent = http.Holder().Of;
        var answer = order switch
        {
            { Region: { } region, Agent: null, Contact: null } => await desk.PassOn(agent, call, region, stop),
            { Region: null, Agent: { } other, Contact: null } => await desk.CallInAgent(agent, call, other, stop),
            { Region: null, Agent: null, Contact: { } contact } => await desk.CallInContact(agent, call, contact, stop),
            _ => null,
        };
        return answer is null
            ? JsonBody.Problem(400, """Say to whom: {"region":"REGION"} passes the caller on, {"agent":"AGENT"} or {"contact":"CONTACT"} calls somebody in. GET /agent/directory lists them.""")
            : await DeskAnswers.Tell(http, agent, answer);
    }
}

/// <summary>To whom a caller is to be brought; one of the three.</summary>
/// <param name="Region">Id of a partner's region: the caller is first in line there.</param>
/// <param name="Agent">Id of an agent who is called in.</param>
/// <param name="Contact">Name of a contact that is called in.</param>
public sealed record TransferOrder(string? Region, string? Agent, string? Contact);
