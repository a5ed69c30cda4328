using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Of those who answer a line, one at least is open whenever a caller may come, and is ours: an outside line alone is no answer.</summary>
public sealed class ClosedLineRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        foreach (var queue in set.Flow.Steps.Values.OfType<QueueStep>().Where(q => !q.Members.IsEmpty).OrderBy(q => set.Flow.At(q.Id).Line))
        {
            if (queue.Members.All(m => m.Contact))
                findings.Add("queue-contacts-only", set.Flow.At(queue.Id, "queue"), $"Only outside lines answer '{queue.Id}'.", $"Add 'region: 0s' or '{set.Places.Pool.Id}: 0s'.");
            else if (maps.FirstOrDefault(m => IsClosed(queue, m)) is { } closed)
                Closed(queue, closed, findings);
        }
    }

    private static void Closed(QueueStep queue, FlowMap map, Findings findings) => findings.Add(
        "queue-closes", map.Set.Flow.At(queue.Id, "queue"),
        $"Everyone who answers '{queue.Id}' is closed at times, for instance on {map.World}: a caller would wait for nobody.",
        Remedy(map.Set),
        call: Unlucky.Call(
            map, $"In line at {queue.Id} while everyone is closed", map.WayTo(map.Spots.First(s => s.Step == queue.Id)),
            p => p.State.Line?.Queue == queue.Id && !queue.IsAnyoneOpen(new FlowContext(map.Set, p.State, map.World.At, map.World.Conditions)), "somebody: yes"));

    /// <summary>Looked at for callers of each region, and for those of whom none is known.</summary>
    private static bool IsClosed(QueueStep queue, FlowMap map) =>
        map.Spots.Any(s => s.Step == queue.Id)
        && map.Set.Places.Regions.Keys.Where(r => map.Set.Places.ZoneOf(r, null).Equals(map.World.Zone)).Select(r => (string?)r).Append(null).Any(region =>
            !queue.IsAnyoneOpen(new FlowContext(map.Set, new FlowState { Region = region }, map.World.At, map.World.Conditions)));

    /// <summary>Names somebody who really never closes.</summary>
    private static string Remedy(FlowSet set) =>
        set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Prepend(set.Places.Pool).FirstOrDefault(r => Always(set, r.Hours)) is { } open
            ? $"Add someone who never closes, for instance '{open.Id}: 60s'."
            : "Nobody in places.yaml is always open: remove the 'hours' of one who is, and add them here.";

    private static bool Always(FlowSet set, TextNode? hours) =>
        hours is null || set.Calendars.Calendars.GetValueOrDefault(hours.Value)?.NeverCloses == true;
}
