using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary>
/// <c>callback</c>: books a call back in the caller's turn, once they confirm with 1. Where this installation cannot call back it is
/// passed, so that nobody is promised what does not come.
/// </summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said before the caller confirms.</param>
/// <param name="BookedStep">Where a booked caller goes.</param>
/// <param name="OtherwiseStep">Where everyone else goes.</param>
public sealed record CallbackStep(string Id, Text Prompt, string BookedStep, string OtherwiseStep) : Step(Id)
{
    private const string Booked = "booked";
    /// <summary>The key that confirms.</summary>
    public const char Confirm = '1';

    public override ImmutableArray<Edge> Edges =>
        [new Edge(Booked, BookedStep, ByCaller: true), new Edge(NoAnswer, OtherwiseStep, ByCaller: false)];

    public override Question Ask(FlowContext context)
    {
        var (language, all) = (context.State.Language, context.Set.Flow.Languages);
        return new Question([.. Prompt.For(language, all), .. context.Set.Phrases.Say(Phrases.CallbackConfirm, language, all)], 1, null, []);
    }

    public override bool IsPassed(FlowContext context) => !context.Conditions.Callbacks;

    public override string? Understand(FlowContext context, Answer answer) => answer.Digits is [Confirm] ? Booked : null;

    public override string? KeysFor(string outcome) => outcome == Booked ? Confirm.ToString() : null;

    public override string Otherwise(FlowContext context) => NoAnswer;

    public override Move Take(FlowContext context, string outcome) =>
        outcome == Booked
            ? new Move(context.State with { CallbackAt = context.Now }, BookedStep, Reason.Of("callback-booked"))
            : new Move(context.State, OtherwiseStep, context.Conditions.Callbacks ? null : Reason.Of("callback-unavailable"));
}
