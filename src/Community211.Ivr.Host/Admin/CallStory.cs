using System.Collections.Immutable;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Admin;

/// <summary>One call as those see it who ask about it: where it went and why. Nothing private.</summary>
/// <param name="CallSid">The carrier's id.</param>
/// <param name="StartedAt">First webhook.</param>
/// <param name="Phase">Where the caller is, or <c>ended</c>.</param>
/// <param name="Language">Id, or null while unknown.</param>
/// <param name="Region">Id, or null while unknown.</param>
/// <param name="RegionSource">The signal that told it: dialled-number, caller-number, postal-code; null while unknown.</param>
/// <param name="Queue">Region id or the province's: the line the caller is or was in; null if in none.</param>
/// <param name="Priority">general, urgent or crisis.</param>
/// <param name="Need">Id, or null.</param>
/// <param name="AnsweredBy">Agent, contact or outside line; null if nobody answered.</param>
/// <param name="EndedBy">caller, service, unknown; null while it lasts.</param>
/// <param name="Revision">The flow revision it runs on.</param>
/// <param name="Path">Steps gone through.</param>
/// <param name="Facts">What happened, in order, with the reasons of each decision.</param>
public sealed record CallStory(
    string CallSid,
    DateTimeOffset StartedAt,
    string Phase,
    string? Language,
    string? Region,
    string? RegionSource,
    string? Queue,
    string Priority,
    string? Need,
    string? AnsweredBy,
    string? EndedBy,
    string Revision,
    ImmutableArray<string> Path,
    ImmutableArray<FactStory> Facts)
{
    /// <summary>What agents noted, one note of each.</summary>
    public ImmutableArray<WrapUp> WrapUps { get; init; } = [];

    /// <summary>Since when a case of imminent risk is open; null when none is.</summary>
    public DateTimeOffset? RiskSince { get; init; }

    public static async Task<CallStory?> Tell(string sid, IStore store, IFlowSets flows, CancellationToken stop)
    {
        if (await store.LoadCall(sid, stop) is not { } stored)
            return null;
        var state = CallJson.Read<CallState>(stored.Snapshot);
        var set = await flows.Get(state.Revision, stop);
        var facts = await store.Facts(sid, stop);
        return new CallStory(
            sid, state.StartedAt, Word(state.Phase), state.Flow.Language, state.Flow.Region, state.Flow.RegionSource,
            state.Flow.ArrivedAt is null ? null : state.Flow.Region ?? set.Places.Pool.Id,
            Word(state.Flow.Priority), state.Flow.Need, state.AnsweredBy, state.EndedBy is { } by ? Word(by) : null,
            state.Revision, state.Flow.Path, [.. facts.Select(FactStory.Tell)]) { WrapUps = state.WrapUps, RiskSince = state.Risk?.At };
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>One fact of a call.</summary>
/// <param name="At">When.</param>
/// <param name="What">Kind of event.</param>
/// <param name="Why">Reasons in words.</param>
public sealed record FactStory(DateTimeOffset At, string What, ImmutableArray<string> Why)
{
    public static FactStory Tell(StoredFact fact)
    {
        var happened = CallJson.Read<CallEvent>(fact.Event);
        return new FactStory(fact.At, Words(happened), [.. (happened.Because ?? []).Select(CallWords.Sentence)]);
    }

    private static string Words(CallEvent happened) => happened switch
    {
        CallArrived arrived => $"call to {arrived.To}",
        CallerAnswered { Taken: { } taken } answered => $"answer to turn {answered.Turn}: {taken}",
        CallerAnswered answered => $"answer to turn {answered.Turn}, too late",
        PageAsked => "wait page",
        LineLeft left => $"out of the carrier's queue: {left.Result}",
        ConnectAsked connect => $"asks for room {connect.Epoch}",
        ResumeAsked => "asks what comes next",
        FallbackAsked => "fallback",
        CallerStatus status => $"caller's leg: {status.Status}",
        OfferMade made => $"offer to {made.To}",
        OfferAccepted accepted => $"{accepted.Agent} accepts at the desk",
        OfferDeclined declined => $"{declined.Agent} declines",
        CalledIn called => $"{called.Agent} calls {called.To} in",
        TalkChanged { Change: TalkChange.Hold } changed => $"{changed.Agent} puts the caller on hold",
        TalkChanged { Change: TalkChange.Join } changed => $"{changed.Agent} takes the caller off hold",
        TalkChanged { Change: TalkChange.Leave } changed => $"{changed.Agent} leaves",
        TalkChanged changed => $"{changed.Agent} lets whoever was called in go",
        CallerPassedOn passed => $"{passed.Agent} passes the caller on",
        AgentEnded ended => $"{ended.Agent} ends the talk",
        Triaged triaged => $"{triaged.Agent} says how urgent it is",
        WrappedUp wrapped => $"{wrapped.Noted.Agent} notes what it was about",
        RiskOpened opened => $"{opened.By} sees a life in danger",
        RiskClosed closed => $"{closed.By} closes the case",
        CrisisUnserved => "nobody is free for a caller in crisis",
        LegAsked { At: "key" } leg => leg.Taken ? "agent pressed 1" : "agent pressed nothing, or another key",
        LegAsked { At: "left" } => "agent's room is over",
        LegAsked => "agent's leg asks for the whisper",
        CalledLegAsked { Taken: "1" } => "the called person pressed 1",
        CalledLegAsked { At: "key" } called => called.Taken == "2" ? "the called person pressed another key" : "nobody pressed a key",
        CalledLegAsked => "the called leg is answered",
        CallbackInherited => "has the place of an earlier callback to the same number",
        CallbackSuperseded superseded => $"not needed any more: {superseded.By}",
        LegStatus leg => $"agent's leg: {leg.Status}",
        RoomChanged room => room.Kind,
        CommandAnswered answered => $"{answered.Request.GetType().Name}: {answered.Reply?.Outcome.ToString() ?? "no longer wanted"} {answered.Reply?.Code}".TrimEnd(),
        TimerFired timer => $"timer: {timer.Kind}",
        _ => happened.GetType().Name,
    };
}
