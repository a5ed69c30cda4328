using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Proof 1: what the machine does by itself forms no loop.</summary>
public sealed class LoopRule : IRule
{
    private const int MostTold = 20;

    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            foreach (var loop in Loops(map))
            {
                var first = loop.MinBy(s => map.Set.Flow.At(s.Step).Line);
                if (told.Count == MostTold || !told.Add(first.Step))
                    continue;
                var names = loop.Select(s => s.Step).ToList();
                findings.Add(
                    "loop", set.Flow.At(first.Step),
                    $"A caller who does nothing goes round in a circle: {string.Join(" > ", names)} > {names[0]}.",
                    "Lead one of these steps to a queue, or in line to keep-waiting.",
                    call: Unlucky.Call(map, $"Silent, goes round at {first.Step}", map.WayTo(loop[0]), p => p.End == PlayEnd.Circle, "ends: waiting"));
            }
        }
    }

    /// <summary>Each circle of machine ways once, by depth-first search without recursion: flows may be thousands of steps long.</summary>
    private static List<ImmutableArray<Spot>> Loops(FlowMap map)
    {
        var loops = new List<ImmutableArray<Spot>>();
        var done = new HashSet<Spot>();
        var on = new Dictionary<Spot, int>();
        foreach (var from in map.Spots.Where(s => !done.Contains(s)))
        {
            var path = new List<(Spot Spot, IEnumerator<Leg> Ways)> { (from, map.MachineFrom(from).GetEnumerator()) };
            on[from] = 0;
            while (path.Count > 0)
            {
                var (spot, ways) = path[^1];
                if (!ways.MoveNext())
                {
                    done.Add(spot);
                    on.Remove(spot);
                    path.RemoveAt(path.Count - 1);
                }
                else if (on.TryGetValue(ways.Current.To, out var at))
                {
                    loops.Add([.. path.Skip(at).Select(p => p.Spot)]);
                }
                else if (!done.Contains(ways.Current.To))
                {
                    on[ways.Current.To] = path.Count;
                    path.Add((ways.Current.To, map.MachineFrom(ways.Current.To).GetEnumerator()));
                }
            }
        }
        return loops;
    }
}
