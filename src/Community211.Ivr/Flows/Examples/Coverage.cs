using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Examples;

/// <summary>How much of a flow the examples go through.</summary>
/// <param name="StepsMissed">Steps that no example comes to.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="EdgesMissed">Ways that no example takes, as <c>step: outcome</c>.</param>
/// <param name="Edges">How many there are.</param>
/// <param name="LanguagesMissed">Languages that can be chosen, and that no example's caller chooses.</param>
/// <param name="Languages">How many can be chosen.</param>
public sealed record Coverage(
    ImmutableArray<string> StepsMissed, int Steps, ImmutableArray<string> EdgesMissed, int Edges, ImmutableArray<string> LanguagesMissed, int Languages)
{
    /// <summary>Share of the steps, 0 to 100, rounded down.</summary>
    public int StepShare => Steps == 0 ? 100 : (Steps - StepsMissed.Length) * 100 / Steps;

    public static Coverage Of(FlowModel flow, IEnumerable<PlayedCall> calls)
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        var edges = new HashSet<string>(StringComparer.Ordinal);
        var languages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            steps.UnionWith(call.State.Path);
            edges.UnionWith(EdgesOf(flow, call));
            if (call.State.Language is { } language)
                languages.Add(language);
        }
        var all = flow.Steps.Values.OrderBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => s.Edges.Select(e => Name(s.Id, e.Outcome))).Distinct().ToImmutableArray();
        ImmutableArray<string> choices =
        [
            .. flow.Steps.Values.OfType<LanguageStep>().SelectMany(s => s.Keys.Values.Where(v => v != LanguageStep.OtherKey).Concat(s.Other.Keys)).Distinct().Order(StringComparer.Ordinal),
        ];
        return new Coverage(
            [.. flow.Steps.Keys.Where(s => !steps.Contains(s)).Order(StringComparer.Ordinal)], flow.Steps.Count,
            [.. all.Where(e => !edges.Contains(e))], all.Length,
            [.. choices.Where(l => !languages.Contains(l))], choices.Length);
    }

    private static IEnumerable<string> EdgesOf(FlowModel flow, PlayedCall call) =>
        call.Ways.Select(w => Name(w.Step, flow.Steps[w.Step].EdgeOf(w.Outcome)?.Outcome ?? w.Outcome));

    private static string Name(string step, string outcome) => $"{step}: {outcome}";
}
