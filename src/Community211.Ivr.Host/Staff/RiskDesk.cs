using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Host.Staff;

/// <summary>Cases of imminent risk: opened by the agent at hand or a supervisor, and open until one of them says how it ended.</summary>
internal sealed class RiskDesk(IStore store, CallHandler calls, SupervisorReach reach, Roster roster)
{
    private const int LeastReason = 10;
    private const int MostReason = 500;

    public async Task<IResult> Open(HttpContext http, string call, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<ReasonOrder>(http);
        if (order is null)
            return refused!;
        if (Reason(order.Reason) is not { } reason)
            return NoReason();
        (var state, refused) = await Look(http, call, stop);
        if (state is null)
            return refused!;
        if (state.Risk is { } open)
            return JsonBody.Problem(409, $"A case is open since {open.At:yyyy-MM-dd HH:mm}Z, by {open.By}.");
        var holder = http.Holder();
        var own = holder.Role == StaffRole.Agent ? roster.RegionOf(holder.Of) : holder.Of;
        ImmutableArray<string> regions = [.. new[] { state.Flow.Region, own }.OfType<string>().Distinct()];
        return await Tell(call, await calls.Handle(call, new RiskOpened(Who(holder), reason, regions), stop: stop));
    }

    public async Task<IResult> Close(HttpContext http, string call, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<RiskEnd>(http);
        if (order is null)
            return refused!;
        if (RiskSteps.End(order.As) is not { } end)
            return Results.Json(new { error = $"'as' is {(order.As is null ? "missing" : $"'{order.As}'")}. A case ends as confirmed, not-reached or stood-down, and in no other way.", allowed = RiskSteps.Ends }, statusCode: 400);
        if (Reason(order.Reason) is not { } reason)
            return NoReason();
        (var state, refused) = await Look(http, call, stop);
        if (state is null)
            return refused!;
        return state.Risk is null
            ? JsonBody.Problem(409, "No case is open for this call.")
            : await Tell(call, await calls.Handle(call, new RiskClosed(Who(http.Holder()), end, reason), stop: stop));
    }

    /// <summary>Cases that are open and for a region.</summary>
    public async Task<ImmutableArray<RiskView>> List(string region, CancellationToken stop) =>
        [.. (await store.OpenRisks(stop)).Where(r => r.Regions.Contains(region)).Select(r => new RiskView(r.Call, r.At, r.Who, r.Reason))];

    /// <summary>The call, when who asks has it at hand, or supervises it: those whom a case is for always do.</summary>
    private async Task<(CallState? State, IResult? Refused)> Look(HttpContext http, string call, CancellationToken stop)
    {
        var holder = http.Holder();
        if (holder.Role == StaffRole.Agent)
        {
            var (hand, refused) = await AtHand.Look(store, holder.Of, call, stop);
            return hand is null ? (null, refused)
                : hand.Talking || hand.WrappingUp || hand.State.Risk?.By == holder.Of ? (hand.State, null)
                : (null, JsonBody.Problem(403, "This caller is not with you any more. Ask your supervisor."));
        }
        if (await store.LoadCall(call, stop) is not { } stored)
            return (null, JsonBody.Problem(404, $"No call {call} is known."));
        var state = CallJson.Read<CallState>(stored.Snapshot);
        return state.Risk?.Regions.Contains(holder.Of) == true || await reach.WhyNot(holder.Of, state, stop) is not { } whyNot ? (state, null) : (null, JsonBody.Problem(403, whyNot));
    }

    private async Task<IResult> Tell(string call, Handled handled) => handled is { Changed: true, State: { } state }
        ? Results.Json(new { call, open = state.Risk is not null, since = state.Risk?.At }, CallJson.Options)
        : JsonBody.Problem(409, $"Somebody was first: {((await store.OpenRisks(default)).Any(r => r.Call == call) ? "a case is open" : "no case is open")}.");

    private static string Who(StaffToken holder) => holder.Role == StaffRole.Agent ? holder.Of : $"supervisor {holder.Of}";

    private static string? Reason(string? reason) => reason?.Trim() is { Length: >= LeastReason and <= MostReason } said ? said : null;

    private static IResult NoReason() => JsonBody.Problem(400, $"'reason' is missing or too short: say why in {LeastReason} to {MostReason} characters. It is kept.");
}

/// <summary>How a case ended.</summary>
/// <param name="As">confirmed, not-reached, stood-down.</param>
/// <param name="Reason">10 to 500 characters.</param>
public sealed record RiskEnd(string? As, string? Reason);

/// <summary>A case that is open.</summary>
/// <param name="Call">CallSid.</param>
/// <param name="Since">When it was opened.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record RiskView(string Call, DateTimeOffset Since, string By, string Reason);
