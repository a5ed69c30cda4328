using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Every step can be come to.</summary>
public sealed class UnreachableRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var reached = maps.SelectMany(m => m.Spots).Select(s => s.Step).ToHashSet(StringComparer.Ordinal);
        foreach (var step in set.Flow.Steps.Keys.Where(s => !reached.Contains(s)).OrderBy(s => set.Flow.At(s).Line))
        {
            findings.Add(
                "unreachable-step", set.Flow.At(step), $"No caller can come to '{step}'.",
                "Lead a step there, or remove it.", Severity.Warning);
        }
    }
}
