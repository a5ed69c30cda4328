using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>
/// Shows a caller's number to whoever may rescue them: the agent on the call, and a supervisor until 72 h after its end. Who, when and
/// why is kept before anything is shown.
/// </summary>
internal sealed class RevealDesk(IStore store, CallerNumbers numbers, SupervisorReach reach, TimeProvider clock)
{
    private const int LeastReason = 10;
    private const int MostReason = 500;

    /// <param name="http">The request; its body says why.</param>
    /// <param name="call">CallSid.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IResult> Show(HttpContext http, string call, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<RevealOrder>(http);
        if (refused is not null)
            return refused;
        if (order!.Reason?.Trim() is not { Length: >= LeastReason and <= MostReason } reason)
            return JsonBody.Problem(400, $"'reason' is missing or too short: say in {LeastReason} to {MostReason} characters why the number is needed. It is kept.");
        var holder = http.Holder();
        if (await store.LoadCall(call, stop) is not { } stored)
            return JsonBody.Problem(404, $"No call {call} is known.");
        var state = CallJson.Read<CallState>(stored.Snapshot);
        var whyNot = holder.Role == StaffRole.Agent ? NotOnTheCall(holder.Of, stored) : await reach.WhyNot(holder.Of, state, stop);
        if (whyNot is not null)
            return JsonBody.Problem(403, whyNot);
        if (await numbers.Of(call, stop) is not { } number)
            return JsonBody.Problem(410, "The number of this call is gone: it was forgotten, or the carrier never gave one.");
        await store.AddReveal(new Reveal(clock.GetUtcNow(), holder.Role == StaffRole.Agent ? holder.Of : $"supervisor {holder.Of}", call, reason), stop);
        return Results.Json(new { call, number }, CallJson.Options);
    }

    private static string? NotOnTheCall(string agent, StoredCall stored) =>
        stored.Agents.Any(a => a.State.Id == agent && a.State.Phase is AgentPhase.Joining or AgentPhase.Talking) ? null : "Only the agent on the call may see the number. Ask your supervisor.";
}

/// <summary>Why a number is to be shown.</summary>
/// <param name="Reason">10 to 500 characters.</param>
public sealed record RevealOrder(string? Reason);
