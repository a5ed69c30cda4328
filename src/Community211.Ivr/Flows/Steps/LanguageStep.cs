using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>language</c>: finds out the caller's language, each choice offered in that language itself.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Prompts">What is said for each language of the flow, in order.</param>
/// <param name="Other">The offer of the region's commonest other language, by that language's id.</param>
/// <param name="Keys">Key to language id, or to <see cref="OtherKey"/>.</param>
/// <param name="Next">Where every outcome leads.</param>
public sealed record LanguageStep(
    string Id,
    ImmutableArray<Spoken> Prompts,
    ImmutableDictionary<string, string> Other,
    ImmutableDictionary<char, string> Keys,
    string Next) : Step(Id)
{
    /// <summary>In <c>keys</c>: whatever other language the region offers.</summary>
    public const string OtherKey = "other";

    /// <summary>The outcome when nobody said.</summary>
    public const string Unknown = "unknown";

    public override ImmutableArray<Edge> Edges =>
        [.. Keys.Values.Select(l => new Edge(l, Next, ByCaller: true)), new Edge(Unknown, Next, ByCaller: false)];

    public override Edge? EdgeOf(string outcome) =>
        base.EdgeOf(outcome) ?? (Other.ContainsKey(outcome) ? Edges.FirstOrDefault(e => e.Outcome == OtherKey) : null);

    public override Question Ask(FlowContext context)
    {
        var other = OtherHere(context);
        var parts = other is null ? Prompts : Prompts.Add(new Spoken(Other[other], other));
        return new Question(parts, 1, null, []);
    }

    public override string? KeysFor(string outcome) =>
        Keys.Where(k => k.Value == outcome || (k.Value == OtherKey && Other.ContainsKey(outcome))).Select(k => k.Key.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();

    public override string? Understand(FlowContext context, Answer answer)
    {
        if (answer.Digits.Length != 1 || !Keys.TryGetValue(answer.Digits[0], out var language))
            return null;
        return language == OtherKey ? OtherHere(context) : language;
    }

    public override string Otherwise(FlowContext context) => Unknown;

    public override Move Take(FlowContext context, string outcome) =>
        outcome == Unknown
            ? new Move(context.State, Next, Reason.Of("language-unknown"))
            : new Move(context.State with { Language = outcome }, Next, Reason.Of("language-chosen", ("language", outcome)));

    private string? OtherHere(FlowContext context)
    {
        var places = context.Set.Places;
        var language = (context.State.Region is { } id ? places.Find(id) : places.Pool)?.OtherLanguage;
        return language is not null && Other.ContainsKey(language) ? language : null;
    }
}
