using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>
/// Proof 2: a caller who does nothing comes into a line and is never ended: neither on the way there nor while waiting, in whatever line,
/// nor after any question, until a person has talked with them.
/// </summary>
public sealed class ReachesLineRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            // From the start, every line, every key that works everywhere and every question, the machine alone must not end a call.
            var begins = map.Spots.Where(s => s == map.Start || set.Flow.Always.ContainsValue(s.Step) || (!s.Met && map.StepAt(s) is { } step && Asks(step))).ToList();
            // A transfer that the caller chose may end the call after the talk, and not when nobody answers.
            begins.AddRange(map.Spots.Where(s => !s.Met && map.StepAt(s) is TransferStep).SelectMany(map.MachineFrom).Select(l => l.To).Except(begins));
            var reached = new HashSet<Spot>(begins);
            var ways = begins.ToDictionary(b => b, b => (Begin: b, Does: ImmutableArray<(string, Doing)>.Empty));
            var before = new Dictionary<Spot, Spot>();
            var ahead = new Queue<Spot>(begins);
            while (ahead.TryDequeue(out var spot))
            {
                foreach (var leg in map.UnaskedFrom(spot).Where(l => reached.Add(l.To)))
                {
                    ways[leg.To] = (ways[spot].Begin, leg.Does is { } does ? ways[spot].Does.Add((spot.Step, does)) : ways[spot].Does);
                    before[leg.To] = spot;
                    ahead.Enqueue(leg.To);
                }
            }
            foreach (var spot in reached)
            {
                if (map.StepAt(spot) is HangUpStep && told.Add(spot.Step))
                    Ended(map, spot, before.TryGetValue(spot, out var last) ? last : null, ways[spot].Begin, [.. map.WayTo(ways[spot].Begin), .. ways[spot].Does], findings);
                else if (spot.Step == Step.KeepWaiting && told.Add(Step.KeepWaiting))
                    Stranded(map, [.. map.WayTo(ways[spot].Begin), .. ways[spot].Does], findings);
            }
            foreach (var spot in map.Spots.Where(s => s.Step == Step.KeepWaiting && told.Add(Step.KeepWaiting)))
                Stranded(map, map.WayTo(spot), findings);
        }
    }

    private static bool Asks(Step step) => step is QueueStep or LanguageStep or MenuStep or AskStep or NeedStep or CallbackStep or RegionStep { Prompt: not null };

    private static void Ended(FlowMap map, Spot end, Spot? last, Spot begin, IEnumerable<(string, Doing)> way, Findings findings) => findings.Add(
        "ends-before-person", begin == end && map.Set.Flow.Always.FirstOrDefault(a => a.Value == end.Step) is { Key: not '\0' } always ? map.Set.Flow.At("always", Announced.NameOf(always.Key)) : last is { Step: { Length: > 0 } step } ? Fields.LeadingTo(map.Set.Flow, step, end.Step) : map.Set.Flow.At(end.Step),
        $"A caller who does nothing comes from '{begin.Step}' to '{end.Step}', which ends the call without a person.",
        "Lead there only by a key of the caller or after a person ('finished'); here lead to a queue, or in line to keep-waiting.",
        call: Unlucky.Call(map, $"Silent, ended at {end.Step}", way, p => p.End == PlayEnd.Ended, "ends: waiting"));

    private static void Stranded(FlowMap map, IEnumerable<(string, Doing)> way, Findings findings)
    {
        var steps = map.Set.Flow.Steps.Values.Where(s => map.Spots.Any(p => p.Step == s.Id && p.Line is null) && s.Edges.Any(e => e.Target == Step.KeepWaiting))
            .OrderBy(s => map.Set.Flow.At(s.Id).Line).Select(s => s.Id).ToList();
        var field = steps.Count > 0 ? Fields.LeadingTo(map.Set.Flow, steps[0], Step.KeepWaiting) : map.Set.Flow.At("start");
        findings.Add(
            "keep-waiting-outside", field,
            $"A caller who is in no line can come to keep-waiting{(steps.Count > 0 ? $" at '{steps[0]}'" : "")}: nothing would follow.",
            "Only what stands under 'meanwhile' of a queue may lead there; name a step, such as a queue.",
            call: Unlucky.Call(map, "In no line, nothing follows", way, p => p.End == PlayEnd.Stranded, "ends: waiting"));
    }
}
