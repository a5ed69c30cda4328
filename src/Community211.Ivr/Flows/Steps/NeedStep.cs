using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>need</c>: finds out what the caller needs, by key or by reviewed phrases; <c>needs.yaml</c> says how urgent it is.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said.</param>
/// <param name="Keys">Key to need id.</param>
/// <param name="OtherwiseNeed">Need id when nobody said.</param>
/// <param name="Next">Where every outcome leads.</param>
public sealed record NeedStep(string Id, Text Prompt, ImmutableDictionary<char, string> Keys, string OtherwiseNeed, string Next) : Step(Id)
{
    public override ImmutableArray<Edge> Edges =>
        [.. Keys.Values.Select(n => new Edge(n, Next, ByCaller: true)), new Edge(OtherwiseNeed, Next, ByCaller: false)];

    public override Question Ask(FlowContext context)
    {
        var flow = context.Set.Flow;
        return new Question(Prompt.For(context.State.Language, flow.Languages), 1, context.SpeechLanguage, []);
    }

    public override string? KeysFor(string outcome) => Keys.Where(k => k.Value == outcome).Select(k => k.Key.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();

    public override string? Understand(FlowContext context, Answer answer) =>
        answer.Digits.Length > 0 ? Keys.GetValueOrDefault(answer.Digits[0]) : context.Set.Needs.Hear(answer.Speech)?.Id;

    public override string Otherwise(FlowContext context) => OtherwiseNeed;

    public override Move Take(FlowContext context, string outcome)
    {
        var urgency = context.Set.Needs.Needs[outcome].Urgency;
        var state = context.State;
        return new Move(
            state with { Need = outcome, Priority = urgency > state.Priority ? urgency : state.Priority },
            Next,
            Reason.Of("need", ("need", outcome), ("urgency", urgency == Priority.General ? "general" : "urgent")));
    }
}
