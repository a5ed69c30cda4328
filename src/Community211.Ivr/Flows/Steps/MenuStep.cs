using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>menu</c>: lets the caller choose where to go, by key or by a reviewed phrase. An outcome is the step that it leads to.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompt">What is said.</param>
/// <param name="Keys">Key to step.</param>
/// <param name="Phrases">Phrase (lower case, no accents) to step.</param>
/// <param name="OtherwiseStep">Where a caller goes who chose nothing.</param>
public sealed record MenuStep(
    string Id, Text Prompt, ImmutableDictionary<char, string> Keys, ImmutableArray<MenuPhrase> Phrases, string OtherwiseStep) : Step(Id)
{
    public override ImmutableArray<Edge> Edges =>
    [
        .. Keys.OrderBy(k => k.Key).Select(k => k.Value).Distinct().Select(t => new Edge(t, t, ByCaller: true)),
        new Edge(NoAnswer, OtherwiseStep, ByCaller: false),
    ];

    public override Question Ask(FlowContext context) => new(
        Prompt.For(context.State.Language, context.Set.Flow.Languages), 1, Phrases.IsEmpty ? null : context.SpeechLanguage, [.. Phrases.Select(p => p.Words)]);

    /// <summary>Of several phrases that are heard, the longest counts.</summary>
    public override string? Understand(FlowContext context, Answer answer) =>
        answer.Digits.Length > 0
            ? answer.Digits.Length == 1 ? Keys.GetValueOrDefault(answer.Digits[0]) : null
            : Phrases.Where(p => SpokenWords.Contains(answer.Speech, p.Words)).MaxBy(p => p.Words.Length)?.Step;

    public override string? KeysFor(string outcome) =>
        Keys.Where(k => k.Value == outcome).Select(k => k.Key.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();

    public override string Otherwise(FlowContext context) => NoAnswer;

    public override Move Take(FlowContext context, string outcome) =>
        outcome == NoAnswer
            ? new Move(context.State, OtherwiseStep)
            : new Move(context.State, outcome, Reason.Of("chosen", ("step", outcome)));
}

/// <summary>A phrase that chooses in a menu.</summary>
/// <param name="Words">Lower case, without accents.</param>
/// <param name="Step">Where it leads.</param>
public sealed record MenuPhrase(string Words, string Step);
