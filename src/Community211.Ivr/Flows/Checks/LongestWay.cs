using System.Collections.Immutable;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>The longest way from the answer to the line, for a caller who lets every question be put as often as it is.</summary>
/// <param name="InLine">Time from the answer to the line.</param>
/// <param name="Path">Steps gone through, the line last.</param>
/// <param name="Call">The call.</param>
public sealed record LongestWay(TimeSpan InLine, ImmutableArray<string> Path, ScriptedCall Call)
{
    /// <summary>Steps are weighed by the time they take in the flow's slowest wording; the way found is then played, and timed for real.</summary>
    public static LongestWay? Of(IReadOnlyList<FlowMap> maps)
    {
        LongestWay? longest = null;
        foreach (var map in maps)
        {
            var way = Heaviest(map);
            foreach (var entry in TimeToLine.Entries(map))
            {
                if (Unlucky.Along(map, new ScriptedCall(map.World.At, entry.To, entry.Town, map.World.Conditions, []), Hesitant(map, way), toLine: true) is not { } call)
                    continue;
                var played = CallPlayer.Play(map.Set, call, toLine: true);
                if (played.InLineAfter is { } took && !(took <= longest?.InLine))
                    longest = new LongestWay(took, ToLine(map.Set, played.State.Path), call);
            }
        }
        return longest;
    }

    private static ImmutableArray<string> ToLine(FlowSet set, ImmutableArray<string> path)
    {
        var line = path.ToList().FindIndex(s => set.Flow.Steps[s] is Steps.QueueStep);
        return path[..(line + 1)];
    }

    /// <summary>Presses wrong keys as often as a question is put again, then does what leads on.</summary>
    private static IEnumerable<(string Step, Doing Does)> Hesitant(FlowMap map, IEnumerable<(Spot From, Leg Leg)> way)
    {
        foreach (var (from, leg) in way)
        {
            if (map.StepAt(from) is { } step && WrongKey(map.Set, step) is { } wrong && Asks(map, from))
            {
                for (var again = 1; again < map.Set.Flow.Patience.Tries; again++)
                    yield return (from.Step, new Doing(DoingKind.Press, wrong));
                if (leg.Does is null)
                    yield return (from.Step, Doing.Silence);
            }
            if (leg.Does is not null)
                yield return (from.Step, leg.Does);
        }
    }

    private static bool Asks(FlowMap map, Spot spot) =>
        map.StepAt(spot)!.Ask(new FlowContext(map.Set, new FlowState { Step = spot.Step }, map.World.At, map.World.Conditions)) is { Listens: true };

    private static string? WrongKey(FlowSet set, Step step) => "7*3456812#".Select(k => k.ToString())
        .FirstOrDefault(k => !set.Flow.Always.ContainsKey(k[0]) && !step.Edges.Any(e => step.KeysFor(e.Outcome) == k));

    private static List<(Spot From, Leg Leg)> Heaviest(FlowMap map)
    {
        var best = new Dictionary<Spot, (double Weight, Leg? Leg)>();
        var open = new HashSet<Spot>();
        var ahead = new Stack<(Spot Spot, bool Leaving)>([(map.Start, false)]);
        while (ahead.TryPop(out var next))
        {
            var (spot, leaving) = next;
            if (leaving)
            {
                open.Remove(spot);
                var leg = spot.Line is not null ? null : map.From(spot).Where(l => best.ContainsKey(l.To)).MaxBy(l => best[l.To].Weight);
                best[spot] = (spot.Line is not null ? 0 : (leg is null ? 0 : best[leg.To].Weight) + Weight(map, spot), leg);
                continue;
            }
            if (best.ContainsKey(spot) || !open.Add(spot))
                continue;
            ahead.Push((spot, true));
            foreach (var way in spot.Line is null ? map.From(spot) : [])
                ahead.Push((way.To, false));
        }
        var legs = new List<(Spot, Leg)>();
        for (var (spot, leg) = (map.Start, best[map.Start].Leg); leg is not null; (spot, leg) = (leg.To, best[leg.To].Leg))
            legs.Add((spot, leg));
        return legs;
    }

    private static double Weight(FlowMap map, Spot spot)
    {
        if (map.StepAt(spot) is not { } step)
            return 0;
        var question = step.Ask(new FlowContext(map.Set, new FlowState { Step = spot.Step }, map.World.At, map.World.Conditions));
        return question is null ? 0 : new FlowView(question, map.Set.Flow.Patience.Wait, Ends: false).Length.TotalSeconds;
    }
}
