using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows;

/// <summary>What is different between two revisions, for those who are about to publish one.</summary>
public sealed record RevisionChanges
{
    private const string PhrasesFile = "phrases.yaml";

    /// <summary>Step ids, in order of the alphabet, as the other lists are.</summary>
    public ImmutableArray<string> Added { get; private init; } = [];

    public ImmutableArray<string> Removed { get; private init; } = [];

    /// <summary>Steps that are in both and not the same.</summary>
    public ImmutableArray<string> Changed { get; private init; } = [];

    /// <summary>Settings of the flow itself: start, always, patience.</summary>
    public ImmutableArray<string> Settings { get; private init; } = [];

    /// <summary>Texts of steps that are in both, and what the service itself says.</summary>
    public ImmutableArray<PromptChange> Prompts { get; private init; } = [];

    /// <summary>Files besides the flow with its translations and phrases.yaml: name, and added, removed or changed.</summary>
    public ImmutableArray<(string File, string What)> Files { get; private init; } = [];

    /// <summary>Ids of the flows compared.</summary>
    private ImmutableArray<string> Flows { get; init; } = [];

    /// <summary>Compares what callers meet. <see cref="WithFiles"/> adds the files around it.</summary>
    public static RevisionChanges Between(FlowSet before, FlowSet after)
    {
        var (old, young) = (before.Flow.Steps, after.Flow.Steps);
        var both = old.Keys.Intersect(young.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => (Id: id, Before: Leaves.Of(old[id]), After: Leaves.Of(young[id]))).ToList();
        var (flowBefore, flowAfter) = (Leaves.Of(Bare(before.Flow)), Leaves.Of(Bare(after.Flow)));
        return new RevisionChanges
        {
            Flows = [before.Flow.Id, after.Flow.Id],
            Added = [.. young.Keys.Except(old.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Removed = [.. old.Keys.Except(young.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Changed = [.. both.Where(s => !s.Before.Same(s.After)).Select(s => s.Id)],
            Settings = [.. Different(flowBefore.Rest, flowAfter.Rest).Select(s => s.Split('.')[0]).Distinct()],
            Prompts =
            [
                .. both.SelectMany(s => Said(s.Id, s.Before, s.After)),
                .. Said("phrases", Leaves.Of(before.Phrases.Texts), Leaves.Of(after.Phrases.Texts)),
            ],
        };
    }

    /// <summary>The same with the files that changed around the flow.</summary>
    public RevisionChanges WithFiles(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => this with
    {
        Files =
        [
            .. Different(before, after).Where(f => f != PhrasesFile && !Flows.Contains(f.Split('.')[0]))
                .Select(f => (f, !before.ContainsKey(f) ? "added" : after.ContainsKey(f) ? "changed" : "removed")),
        ],
    };

    /// <summary>A line for each kind of change, one for each text; none when only comments or the layout changed.</summary>
    public IEnumerable<string> Lines()
    {
        ImmutableArray<string> steps =
            [.. Changed.Select(s => $"{s} changed"), .. Added.Select(s => $"{s} added"), .. Removed.Select(s => $"{s} removed")];
        if (!steps.IsEmpty)
            yield return $"steps: {string.Join(", ", steps)}";
        if (!Settings.IsEmpty)
            yield return $"flow: {string.Join(", ", Settings)} changed";
        if (!Files.IsDefaultOrEmpty)
            yield return $"files: {string.Join(", ", Files.Select(f => $"{f.File} {f.What}"))}";
        foreach (var prompt in Prompts)
            yield return $"{prompt}";
    }

    private static object Bare(FlowModel flow) => new
    {
        flow.Id, flow.Languages, flow.Start, flow.ToQueue, flow.Patience, Always = flow.Always.ToDictionary(a => $"{a.Key}", a => a.Value),
    };

    private static IEnumerable<PromptChange> Said(string where, Leaves before, Leaves after) =>
        before.Prompts.Keys.Union(after.Prompts.Keys).Order()
            .Select(k => new PromptChange($"{where}.{k.Field}", k.Language, before.Prompts.GetValueOrDefault(k), after.Prompts.GetValueOrDefault(k)))
            .Where(p => p.Before != p.After);

    private static IEnumerable<string> Different(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k));
}
