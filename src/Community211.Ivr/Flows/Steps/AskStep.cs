using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary>
/// <c>ask</c>: notes what the caller answers, for reports or for the agent; it decides nothing. A key is kept as its label; an entry of
/// digits is private, and only that it was given is kept openly.
/// </summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said.</param>
/// <param name="As">Name of the answer.</param>
/// <param name="Keys">Key to label; empty when digits are asked for.</param>
/// <param name="Digits">How many digits at most, 1 to 20; 0 when keys choose.</param>
/// <param name="Next">Where an answer leads.</param>
/// <param name="OtherwiseStep">Where no answer leads.</param>
public sealed record AskStep(
    string Id, Text Prompt, string As, ImmutableDictionary<char, string> Keys, int Digits, string Next, string OtherwiseStep) : Step(Id)
{
    /// <summary>Kept in the place of an entry of digits.</summary>
    public const string Entry = "given";

    public override ImmutableArray<Edge> Edges =>
    [
        .. (Digits > 0 ? [Entry] : Keys.OrderBy(k => k.Key).Select(k => k.Value).Distinct()).Select(v => new Edge(v, Next, ByCaller: true)),
        new Edge(NoAnswer, OtherwiseStep, ByCaller: false),
    ];

    public override Question Ask(FlowContext context) =>
        new(Prompt.For(context.State.Language, context.Set.Flow.Languages), Math.Max(1, Digits), null, []);

    public override string? Understand(FlowContext context, Answer answer) =>
        Digits > 0
            ? answer.Digits.Length > 0 && answer.Digits.Length <= Digits && answer.Digits.All(char.IsAsciiDigit) ? Entry : null
            : answer.Digits.Length == 1 ? Keys.GetValueOrDefault(answer.Digits[0]) : null;

    public override string? KeysFor(string outcome) =>
        outcome == Entry && Digits > 0
            ? new string('5', Digits)
            : Keys.Where(k => k.Value == outcome).Select(k => k.Key.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();

    public override string Otherwise(FlowContext context) => NoAnswer;

    public override Move Take(FlowContext context, string outcome)
    {
        if (outcome == NoAnswer)
            return new Move(context.State, OtherwiseStep);
        ImmutableArray<Given> others = [.. context.State.Answers.Where(a => a.Name != As)];
        return new Move(
            context.State with { Answers = others.Add(new Given(As, outcome)) }, Next, Reason.Of("answered", ("name", As), ("value", outcome)));
    }
}
