using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Files;

/// <summary>What would stop a call dead: <c>keep-waiting</c> outside a line, and steps that lead round without an answer.</summary>
internal static class FlowGraph
{
    public static void Check(
        string start, IEnumerable<string> always, ImmutableDictionary<string, Step> steps, Place at, Findings findings)
    {
        var outside = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>([start, .. always, .. steps.Values.OfType<QueueStep>().Select(q => q.Finished)]);
        while (ahead.TryPop(out var id))
        {
            if (!outside.Add(id) || !steps.TryGetValue(id, out var step) || step is QueueStep)
                continue;
            foreach (var edge in step.Edges)
                ahead.Push(edge.Target);
        }
        if (outside.Contains(Step.KeepWaiting))
            findings.Add("keep-waiting-outside", at, "A caller outside any line can come to 'keep-waiting'.", "Only what stands under 'meanwhile' of a queue may lead there; name a step.");
        foreach (var step in steps.Values.OrderBy(s => s.Id, StringComparer.Ordinal).Where(s => LeadsRound(s, steps)))
            findings.Add("flow-circle", at, $"Step '{step.Id}' leads back to itself for a caller who does nothing.", "Lead it to a queue, or to keep-waiting.");
    }

    /// <summary>Whether the step is reached again without the caller doing anything. Coming back to the line that one is in ends there.</summary>
    private static bool LeadsRound(Step from, ImmutableDictionary<string, Step> steps)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<string>(Machine(from));
        while (ahead.TryPop(out var id))
        {
            if (id == from.Id)
                return from is not QueueStep || seen.Any(s => steps[s] is QueueStep);
            if (!steps.TryGetValue(id, out var step) || !seen.Add(id) || (step is QueueStep && from is not QueueStep))
                continue;
            foreach (var target in Machine(step))
                ahead.Push(target);
        }
        return false;
    }

    private static IEnumerable<string> Machine(Step step) => step.Edges.Where(e => !e.ByCaller).Select(e => e.Target);
}
