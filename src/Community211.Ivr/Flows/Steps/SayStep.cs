using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>say</c>: tells the caller something and goes on.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said.</param>
/// <param name="Next">Where it goes on.</param>
public sealed record SayStep(string Id, Text Prompt, string Next) : Step(Id)
{
    private const string Heard = "next";

    public override ImmutableArray<Edge> Edges => [new Edge(Heard, Next, ByCaller: false)];

    public override Question Ask(FlowContext context) => Question.Told(Prompt.For(context.State.Language, context.Set.Flow.Languages));

    public override string Otherwise(FlowContext context) => Heard;

    public override Move Take(FlowContext context, string outcome) => new(context.State, Next);
}
