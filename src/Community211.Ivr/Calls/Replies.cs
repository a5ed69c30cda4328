using System.Collections.Immutable;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>
/// What a leg is told, rendered from the current state and from where it asks. The same state gives the same answer however often it
/// is asked for, and no answer to a live leg is empty.
/// </summary>
public static class Replies
{
    /// <summary>How long a ten-digit line outside our floor rings.</summary>
    private const int RingSeconds = 30;

    /// <summary>For a caller who asks for a document of their own.</summary>
    public static ImmutableArray<Directive> Document(FlowSet flows, CallState state, DateTimeOffset now)
    {
        switch (state.Phase)
        {
            case CallerPhase.Flow:
                return Ask(FlowRunner.View(new FlowContext(flows, state.Flow, now)), new Target(Route.Step, Answer: state.Turn));
            case CallerPhase.Parking or CallerPhase.Waiting:
                var enter = new EnterLine(
                    state.Flow.Region ?? flows.Places.Pool.Id,
                    new Target(Route.Wait, Page: state.Turn),
                    new Target(Route.QueueResult, Page: state.Turn));
                return state.AtHead ? [.. Optional(flows, state, state.PassedOn ? Phrases.PassedOn : Phrases.BackInLine), enter] : [enter];
            case CallerPhase.Connecting or CallerPhase.Talking:
                var connection = state.Connection!;
                return [new JoinRoom(connection.Room, EndsOnExit: true, EventsOf(state.Sid, connection), new Target(Route.Resume, Epoch: connection.Epoch))];
            case CallerPhase.Outside when TransferOf(flows, state) is { } transfer:
                var here = new FlowContext(flows, state.Flow, now);
                return [new Speak(FlowRunner.View(here).Question.Parts), new DialLine(transfer.NumberFor(here), RingSeconds, new Target(Route.Resume, At: "line"))];
            case CallerPhase.Outside:
                return Outside(flows, state.Flow.Language, OutsideRegion(flows, state));
            default:
                return [new HangUp()];
        }
    }

    /// <summary>For a caller in the carrier's queue.</summary>
    public static ImmutableArray<Directive> WaitPage(FlowSet flows, CallState state, DateTimeOffset now)
    {
        switch (state.Phase)
        {
            case CallerPhase.Parking or CallerPhase.Waiting:
                return Ask(FlowRunner.View(new FlowContext(flows, state.Flow, now)), new Target(Route.Wait, Answer: state.Turn));
            case CallerPhase.Connecting:
                return [Say(flows, state, Phrases.Connecting), new Silence(3), new GoTo(new Target(Route.Wait, Page: state.Turn))];
            case CallerPhase.Talking:
                return [new Silence(5), new GoTo(new Target(Route.Wait, Page: state.Turn))];
            case CallerPhase.Ended:
                return [new HangUp()];
            default:
                return [new LeaveLine()];
        }
    }

    /// <summary>After the carrier could not keep the caller in its queue: a moment, then into the line again.</summary>
    public static ImmutableArray<Directive> AfterLineFailed(FlowSet flows, CallState state, DateTimeOffset now) =>
        state.Phase is CallerPhase.Parking
            ? [Say(flows, state, Phrases.StillInLine), new Silence(2), new GoTo(new Target(Route.Resume))]
            : Document(flows, state, now);

    /// <summary>For an agent's or a contact's leg.</summary>
    /// <param name="flows">The call's revision.</param>
    /// <param name="state">The caller's state.</param>
    /// <param name="offer">The offer in the leg's URL.</param>
    /// <param name="leg">Its CallSid.</param>
    /// <param name="at">As in <see cref="Events.LegAsked"/>.</param>
    /// <param name="language">What the agent speaks best of the flow's languages.</param>
    public static ImmutableArray<Directive> Agent(FlowSet flows, CallState state, string offer, string leg, string? at, string language)
    {
        var all = flows.Flow.Languages;
        if (at != "left" && state.Connection is { } c && c.Offer == offer && c.Leg == leg)
        {
            return [new JoinRoom(c.Room, EndsOnExit: true, EventsOf(state.Sid, c), new Target(Route.Agent, At: "left", Call: state.Sid, Offer: offer))];
        }
        if (at != "left" && state.Connection is { Consult: { } called } talk && called.Offer == offer && called.Leg == leg)
            return [new JoinRoom(talk.Room, EndsOnExit: false, EventsOf(state.Sid, talk), new Target(Route.Agent, At: "left", Call: state.Sid, Offer: offer))];
        if (at is null && state.Offers.FirstOrDefault(o => o.Id == offer) is { } open && open.Leg == leg)
        {
            var consult = open.Consult && flows.Phrases.Texts.ContainsKey(Phrases.WhisperConsult) ? Phrases.WhisperConsult : null;
            var whisper = flows.Phrases.Say(
                consult ?? (state.Flow.Priority == Priority.Crisis ? Phrases.WhisperCrisis : Phrases.Whisper), language, all,
                ("language", l => LanguageName(flows, state.Flow.Language, l)),
                ("region", l => (flows.Places.Find(state.Flow.Region ?? "") ?? flows.Places.Pool).NameIn(l)));
            var key = new Target(Route.Agent, At: "key", Call: state.Sid, Offer: offer);
            return [new Listen(whisper, 1, null, [], 4, key), new Listen(whisper, 1, null, [], 4, key), new GoTo(key)];
        }
        return at == "left" || state.Offers.Any(o => o.Id == offer)
            ? [new HangUp()]
            : [new Speak(flows.Phrases.Say(Phrases.Taken, language, all)), new HangUp()];
    }

    /// <summary>For a caller on hold, over and over.</summary>
    public static ImmutableArray<Directive> OnHold(FlowSet flows, CallState state) =>
        [.. Optional(flows, state, Phrases.OnHold), new Silence(15), new GoTo(new Target(Route.Hold))];

    /// <summary>A moment, then a ten-digit line.</summary>
    public static ImmutableArray<Directive> Outside(FlowSet flows, string? language, Region region) =>
    [
        new Speak(flows.Phrases.Say(Phrases.OneMoment, language, flows.Flow.Languages)),
        new DialLine(region.Line, RingSeconds, new Target(Route.Resume, At: "line")),
    ];

    /// <summary>The transfer that the caller is in; null if in none.</summary>
    public static TransferStep? TransferOf(FlowSet flows, CallState state) =>
        state.Flow is { Line: null, Step.Length: > 0 } ? flows.Flow.Steps.GetValueOrDefault(state.Flow.Step) as TransferStep : null;

    /// <summary>Whose ten-digit line is rung: the region's, then the province's.</summary>
    public static Region OutsideRegion(FlowSet flows, CallState state) =>
        state.OutsideTries <= 1 && state.Flow.Region is { } id && flows.Places.Find(id) is { } region ? region : flows.Places.Pool;

    /// <summary>The carrier tells a room's events where its first participant said, and either may be first.</summary>
    private static Target EventsOf(string call, Connection connection) => new(Route.Conference, Call: call, Epoch: connection.Epoch);

    private static ImmutableArray<Directive> Ask(FlowView view, Target then)
    {
        if (view.Ends)
            return [new Speak(view.Question.Parts), new HangUp()];
        var q = view.Question;
        return [new Listen(q.Parts, q.Keys, q.Speech, q.Hints, Math.Max(1, (int)view.Patience.TotalSeconds), then), new GoTo(then)];
    }

    private static IEnumerable<Directive> Optional(FlowSet flows, CallState state, string phrase) =>
        flows.Phrases.Texts.ContainsKey(phrase) ? [Say(flows, state, phrase)] : [];

    private static Speak Say(FlowSet flows, CallState state, string phrase) =>
        new(flows.Phrases.Say(phrase, state.Flow.Language, flows.Flow.Languages));

    private static string LanguageName(FlowSet flows, string? language, string inLanguage) =>
        language is not null && flows.Languages.TryGetValue(language, out var known)
            ? known.NameIn(inLanguage)
            : flows.Phrases.Texts[Phrases.LanguageUnknown].ByLanguage[inLanguage];
}
