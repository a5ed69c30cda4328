using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Proof 3: from every step that is no end, a person can be reached.</summary>
public sealed class PersonRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var reaches = map.Spots.Where(s => s.Line is not null || map.StepAt(s) is QueueStep).ToHashSet();
            var into = map.Spots.SelectMany(s => map.From(s).Select(l => (From: s, l.To))).ToLookup(x => x.To, x => x.From);
            var ahead = new Queue<Spot>(reaches);
            while (ahead.TryDequeue(out var spot))
            {
                foreach (var from in into[spot].Where(reaches.Add))
                    ahead.Enqueue(from);
            }
            foreach (var spot in map.Spots.Where(s => !reaches.Contains(s) && map.StepAt(s) is not null and not HangUpStep && told.Add(s.Step)))
            {
                findings.Add(
                    "no-person", set.Flow.At(spot.Step), $"From '{spot.Step}' no way leads to a person.",
                    "Lead one of its ways to a queue, or give 'always' a key for a person: always: { 0: person }.",
                    call: Unlucky.Call(map, $"No person from {spot.Step}", map.WayTo(spot), p => p.State.Line is null, "ends: waiting"));
            }
        }
    }
}
