using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>What is different about a step that is in two flows and not the same, besides its prompts.</summary>
public static class StepChanges
{
    private const string Nothing = "nothing";

    /// <summary>A sentence for each difference: the word, where outcomes lead, keys and other fields.</summary>
    public static IEnumerable<string> Between(Step before, Step after)
    {
        if (Word(before) is var old && Word(after) is var young && old != young)
        {
            yield return $"'{old}' is now '{young}'";
            yield break;
        }
        var (from, to) = (Targets(before), Targets(after));
        foreach (var outcome in from.Keys.Union(to.Keys, StringComparer.Ordinal))
        {
            var (a, b) = (from.GetValueOrDefault(outcome, Nothing), to.GetValueOrDefault(outcome, Nothing));
            if (a == b)
                continue;
            yield return b == Nothing ? $"no outcome '{outcome}' any more" : a == Nothing ? $"new outcome '{outcome}' leads to {b}" : $"'{outcome}' leads to {b}, not {a}";
        }
        foreach (var (field, was, now) in Fields(before, after))
            yield return $"{field} is {now}, not {was}";
    }

    private static string Word(Step step) => step.GetType().Name is var name && name.EndsWith(nameof(Step), StringComparison.Ordinal)
        ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name[..^nameof(Step).Length])
        : name;

    private static Dictionary<string, string> Targets(Step step) =>
        step.Edges.DistinctBy(e => e.Outcome).ToDictionary(e => e.Outcome, e => e.Target, StringComparer.Ordinal);

    /// <summary>Fields that are no target: keys, calendars, members of a line. Targets were told with their outcomes.</summary>
    private static IEnumerable<(string Field, string Was, string Now)> Fields(Step before, Step after)
    {
        var (old, young) = (Leaves.Of(before).Rest, Leaves.Of(after).Rest);
        foreach (var path in old.Keys.Union(young.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, now) = (old.GetValueOrDefault(path, Nothing), young.GetValueOrDefault(path, Nothing));
            if (was != now && !IsTarget(path))
                yield return (path.Replace('.', ' '), was, now);
        }
    }

    private static bool IsTarget(string path) =>
        path.StartsWith("edges.", StringComparison.Ordinal) || path.EndsWith("-step", StringComparison.Ordinal) || path is "next" or "then" or "meanwhile" or "finished" or "failed";
}
