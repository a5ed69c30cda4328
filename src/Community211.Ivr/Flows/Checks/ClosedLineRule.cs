using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Of those who answer a line, one at least never closes, and is ours: an outside line alone is no answer.</summary>
public sealed class ClosedLineRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        foreach (var queue in set.Flow.Steps.Values.OfType<QueueStep>().OrderBy(q => set.Flow.At(q.Id).Line))
        {
            if (queue.Members.IsEmpty || queue.Members.Any(m => !m.Contact && NeverCloses(set, m.Who)))
                continue;
            if (queue.Members.All(m => m.Contact))
            {
                findings.Add("queue-contacts-only", set.Flow.At(queue.Id, "queue"), $"Only outside lines answer '{queue.Id}'.", $"Add 'region: 0s' or '{set.Places.Pool.Id}: 0s'.");
                continue;
            }
            var night = maps.FirstOrDefault(m => m.Spots.Any(s => s.Step == queue.Id) && AllClosed(set, queue, m.World));
            findings.Add(
                "queue-closes", set.Flow.At(queue.Id, "queue"),
                $"Everyone who answers '{queue.Id}' is closed at times{(night is null ? "" : $", for instance on {night.World}")}: a caller would wait for nobody.",
                Remedy(set),
                call: night is null ? null : Unlucky.Call(
                    night, $"In line at {queue.Id} while everyone is closed", night.WayTo(night.Spots.First(s => s.Step == queue.Id)),
                    p => p.State.Line?.Queue == queue.Id, "line: none"));
        }
    }

    /// <summary>Names somebody who really never closes.</summary>
    private static string Remedy(FlowSet set) =>
        set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Prepend(set.Places.Pool).FirstOrDefault(r => Always(set, r.Hours)) is { } open
            ? $"Add someone who never closes, for instance '{open.Id}: 60s'."
            : "Nobody in places.yaml is always open: remove the 'hours' of one who is, and add them here.";

    private static bool NeverCloses(FlowSet set, string who) =>
        who == QueueStep.Region ? set.Places.Regions.Values.All(r => Always(set, r.Hours)) : Always(set, set.Places.Find(who)?.Hours);

    private static bool Always(FlowSet set, TextNode? hours) =>
        hours is null || set.Calendars.Calendars.GetValueOrDefault(hours.Value)?.NeverCloses == true;

    private static bool AllClosed(FlowSet set, QueueStep queue, World world) => queue.Members.Where(m => !m.Contact).All(m =>
        (m.Who == QueueStep.Region ? set.Places.Regions.Values.Select(r => r.Hours) : [set.Places.Find(m.Who)?.Hours]).Any(h => h is not null && !world.Open.Contains(h.Value)));
}
