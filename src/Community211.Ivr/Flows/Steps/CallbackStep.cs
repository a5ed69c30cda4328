using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary>
/// <c>callback</c>: books a call back in the caller's turn, once they have confirmed the number, that it is safe to call, and whether a
/// message may be left; any doubt, and they keep the place in line. Where nobody can be called back, outside a line and in a crisis it is
/// passed, so that nobody is promised what does not come.
/// </summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said before anything is asked.</param>
/// <param name="BookedStep">Where a booked caller goes.</param>
/// <param name="OtherwiseStep">Where everyone else goes.</param>
public sealed record CallbackStep(string Id, Text Prompt, string BookedStep, string OtherwiseStep) : Step(Id)
{
    /// <summary>The outcome when another number was entered; its digits are private.</summary>
    public const string Entered = "number-entered";

    /// <summary>Stands for a digit of the caller's number, which is filled in where it is said: no state and no fact holds it.</summary>
    public const string Digit = "{digit}";

    /// <summary>The keys that answer.</summary>
    public const string Keys = "12";

    /// <summary>How often key 1 is pressed by who agrees to everything.</summary>
    public const int Questions = 3;

    private const string Booked = "booked";
    private const string BookedWithoutMessage = "booked-without-message";
    private const string Right = "right";
    private const string Another = "another";
    private const string Safe = "safe";
    private const int Digits = 10;
    private const string Number = $"{Digit} {Digit} {Digit}, {Digit} {Digit} {Digit}, {Digit} {Digit} {Digit} {Digit}";

    public override ImmutableArray<Edge> Edges =>
        [new Edge(Booked, BookedStep, ByCaller: true), new Edge(NoAnswer, OtherwiseStep, ByCaller: false)];

    public override Edge? EdgeOf(string outcome) => base.EdgeOf(outcome == BookedWithoutMessage ? Booked : outcome);

    public override Question Ask(FlowContext context)
    {
        var (state, set) = (context.State, context.Set);
        var stage = StageOf(state);
        var phrase = stage switch
        {
            CallbackStage.Number => Phrases.CallbackConfirm,
            CallbackStage.Entry => Phrases.CallbackEnter,
            CallbackStage.Safe => Phrases.CallbackSafe,
            _ => Phrases.CallbackMessage,
        };
        var asked = set.Phrases.Say(phrase, state.Language, set.Flow.Languages, ("number", _ => Number));
        return new Question(
            state.Callback is null ? [.. Prompt.For(state.Language, set.Flow.Languages), .. asked] : asked, stage == CallbackStage.Entry ? Digits : 1, null, []);
    }

    public override bool IsPassed(FlowContext context) =>
        !context.Conditions.Callbacks || context.State.Line is null || context.State.CallbackAt is not null || context.State.Priority == Priority.Crisis
        || !CanBeSaid(context.Set);

    /// <summary>Whether everything that is asked and said stands in the files: in those of an earlier version it does not.</summary>
    public static bool CanBeSaid(FlowSet set) => Phrases.OfCallbacks.All(set.Phrases.Texts.ContainsKey);

    public override string? Understand(FlowContext context, Answer answer) => (StageOf(context.State), answer.Digits) switch
    {
        (CallbackStage.Entry, { Length: Digits } digits) => MayCall(context.Set.Places, $"+1{digits}") ? Entered : null,
        (CallbackStage.Entry, _) => null,
        (CallbackStage.Number, "1") => Right,
        (CallbackStage.Number, "2") => Another,
        (CallbackStage.Safe, "1") => Safe,
        (CallbackStage.Message, "1") => Booked,
        (CallbackStage.Message, "2") => BookedWithoutMessage,
        // Not safe, or not sure: not called, and not asked again.
        _ => answer.Digits.Length == 1 && !context.Set.Flow.Always.ContainsKey(answer.Digits[0]) ? NoAnswer : null,
    };

    public override string? KeysFor(string outcome) => outcome switch
    {
        Booked or Right or Safe => "1",
        Another or BookedWithoutMessage => "2",
        _ => null,
    };

    public override string Otherwise(FlowContext context) => NoAnswer;

    public override Move Take(FlowContext context, string outcome)
    {
        var state = context.State;
        var wish = state.Callback ?? new CallbackWish(StageOf(state), state.Line?.Queue ?? "", Other: !state.Callable);
        return outcome switch
        {
            Right => Next(wish with { Stage = CallbackStage.Safe }),
            Another => Next(wish with { Stage = CallbackStage.Entry, Other = true }),
            Entered => Next(wish with { Stage = CallbackStage.Number, Other = true }),
            Safe => Next(wish with { Stage = CallbackStage.Message }),
            Booked or BookedWithoutMessage => new Move(
                state with { CallbackAt = context.Now, Callback = wish with { Stage = CallbackStage.Booked, Message = outcome == Booked } }, BookedStep,
                Reason.Of("callback-booked", ("message", outcome == Booked ? "yes" : "no"))),
            _ => new Move(state with { Callback = null }, OtherwiseStep, context.Conditions.Callbacks ? null : Reason.Of("callback-unavailable")),
        };

        Move Next(CallbackWish wanted) => new(state with { Callback = wanted }, null);
    }

    private static bool MayCall(PlacesModel places, string number) =>
        CallerNumber.IsOrdinary(number) && !places.IsOurs(number);

    private static CallbackStage StageOf(FlowState state) => state.Callback?.Stage ?? (state.Callable ? CallbackStage.Number : CallbackStage.Entry);
}
