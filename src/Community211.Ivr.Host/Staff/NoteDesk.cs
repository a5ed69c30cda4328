using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Queues;
using Microsoft.AspNetCore.Http.Features;
using Note = Community211.Ivr.Calls.WrapUp;

namespace Community211.Ivr.Host.Staff;

/// <summary>What agents say about the caller at hand: what it was about, how urgent it is, that they need help.</summary>
internal sealed class NoteDesk(IStore store, IFlowSets flows, Roster roster, CallHandler calls, CallSignals signals, TimeProvider clock)
{
    private const int MostReason = 200;

    public NoteLabels Labels => NoteLabels.Of(flows.Live, roster.Regions);

    public async Task<IResult> WrapUp(HttpContext http, string call, CancellationToken stop)
    {
        var agent = http.Holder().Of;
        var (hand, refused) = await AtHand.Look(store, agent, call, stop);
        if (hand is null)
            return refused!;
        if (hand.Talking || hand.Last is not { Until: { } until })
            return JsonBody.Problem(409, "You are still with this caller: end the call first.");
        if (clock.GetUtcNow() - until > Note.Longest)
            return JsonBody.Problem(409, $"This talk ended more than {Note.Longest.TotalHours:0} hours ago.");
        (var order, refused) = await JsonBody.Read<WrapUpOrder>(http);
        if (order is null)
            return refused!;
        var reading = new WrapUpReading(Labels, flows.Live.Needs);
        if (reading.Read(order, agent, clock.GetUtcNow()) is not { } note)
            return Results.Json(new { error = reading.WhyNot, allowed = reading.Allowed }, CallJson.Options, statusCode: 400);
        return (await calls.Handle(call, new WrappedUp(note), stop: stop)).Changed
            ? Results.Json(new { call, wrapUp = note }, CallJson.Options)
            : JsonBody.Problem(409, "The call has changed in the meantime. Look again.");
    }

    public async Task<IResult> Triage(HttpContext http, string call, CancellationToken stop)
    {
        var (order, refused) = await JsonBody.Read<TriageOrder>(http);
        if (order is null)
            return refused!;
        if (order is { Priority: null, Language: null, Region: null })
            return JsonBody.Problem(400, "Say what it is: 'priority' (crisis, urgent, none), 'language' or 'region'.");
        Priority? priority = order.Priority switch { "crisis" => Priority.Crisis, "urgent" => Priority.Urgent, "none" => Priority.General, _ => null };
        var labels = Labels;
        return order.Priority is not null && priority is null ? NotAllowed("priority", order.Priority, ["crisis", "urgent", "none"])
            : order.Language is { } language && !labels.Languages.Contains(language) ? NotAllowed("language", language, labels.Languages)
            : order.Region is { } region && !labels.Regions.ContainsKey(region) ? NotAllowed("region", region, [.. labels.Regions.Keys])
            : await Say(http, call, new Triaged(http.Holder().Of, priority, order.Language, order.Region, order.Reason), stop);
    }

    public async Task<IResult> Escalate(HttpContext http, string call, CancellationToken stop)
    {
        var (order, refused) = await Reason(http);
        return order is null ? refused! : await Say(http, call, new Triaged(http.Holder().Of, Priority.Crisis, null, null, order.Reason, Escalates: true), stop);
    }

    /// <summary>Asks the partner's supervisors for help, with the caller at hand if there is one.</summary>
    public async Task<IResult> Help(HttpContext http, CancellationToken stop)
    {
        var (order, refused) = await Reason(http);
        if (order is null)
            return refused!;
        if (TooLong(order.Reason) is { } tooLong)
            return tooLong;
        var agent = http.Holder().Of;
        var call = (await store.LoadAgent(agent, stop))?.State is { Phase: AgentPhase.Joining or AgentPhase.Talking } state ? state.Call : null;
        var alert = new Alert(AlertKind.HelpWanted, clock.GetUtcNow(), roster.RegionOf(agent)!, agent, call, order.Reason?.Trim() ?? "");
        await store.Commit(new CommitUnit { Alerts = [alert] }, stop);
        signals.WakeAlerts();
        return Results.Json(new { told = alert.Region, call }, CallJson.Options);
    }

    private async Task<IResult> Say(HttpContext http, string call, Triaged word, CancellationToken stop)
    {
        if (TooLong(word.Why) is { } tooLong)
            return tooLong;
        var (hand, refused) = await AtHand.Look(store, word.Agent, call, stop);
        if (hand is null)
            return refused!;
        if (hand is { Talking: false, WrappingUp: false })
            return JsonBody.Problem(409, "This caller is not with you any more, and your wrap-up is over.");
        if (!(await calls.Handle(call, word with { Why = word.Why?.Trim() is { Length: > 0 } why ? why : null }, stop: stop)).Changed)
            return JsonBody.Problem(409, "The caller is not with you yet.");
        signals.WakeFloor();
        return await DeskAnswers.Tell(http, word.Agent, new DeskAnswer(DeskOutcome.Done, hand.Agent));
    }

    /// <summary>Nothing need be said.</summary>
    private static async Task<(ReasonOrder? Order, IResult? Refused)> Reason(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false ? (new ReasonOrder(null), null) : await JsonBody.Read<ReasonOrder>(http);

    private static IResult? TooLong(string? reason) => reason?.Length > MostReason ? JsonBody.Problem(400, $"'reason' is longer than {MostReason} characters.") : null;

    private static IResult NotAllowed(string name, string value, IReadOnlyCollection<string> allowed) => Results.Json(
        new { error = $"'{name}' is '{value}'. {(Nearest.To(value, allowed) is { } near ? $"Did you mean '{near}'?" : $"Allowed: {string.Join(", ", allowed)}.")}", allowed }, CallJson.Options, statusCode: 400);
}
