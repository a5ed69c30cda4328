using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>hang-up</c>: says goodbye and ends the call. Lies only behind a caller's choice or a person.</summary>
public sealed record HangUpStep(string Id, Text Say) : Step(Id)
{
    public override ImmutableArray<Edge> Edges => [];

    public override Question Ask(FlowContext context) => Question.Told(Say.For(context.State.Language, context.Set.Flow.Languages));

    public override string Otherwise(FlowContext context) => "";

    public override Move Take(FlowContext context, string outcome) => throw new InvalidOperationException("Nothing comes after the end.");
}
