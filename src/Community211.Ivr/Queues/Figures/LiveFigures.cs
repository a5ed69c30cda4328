using System.Collections.Immutable;
using NodaTime;

namespace Community211.Ivr.Queues.Figures;

/// <summary>The floor at one moment: the province in one count, and each line.</summary>
/// <param name="At">The moment.</param>
/// <param name="Province">Everybody.</param>
/// <param name="Regions">By id; <c>unknown</c>, where the caller's region is not known, is the last. They add up to the province.</param>
public sealed record LiveFigures(DateTimeOffset At, LiveFigure Province, ImmutableArray<LiveFigure> Regions)
{
    private const int Minutes = 30;
    private const string NotKnown = "unknown";

    /// <summary>When the day began by the province's clocks: calls from then on are wanted.</summary>
    public static DateTimeOffset DayOf(DateTimeOffset now, DateTimeZone zone) =>
        zone.AtStartOfDay(Instant.FromDateTimeOffset(now).InZone(zone).Date).ToDateTimeOffset().ToUniversalTime();

    /// <param name="floor">Who waits and who is there.</param>
    /// <param name="calls">Those that began today; earlier ones do no harm.</param>
    /// <param name="regions">Regions that have a row though nobody is there.</param>
    /// <param name="rules">Thresholds and the order of the line.</param>
    /// <param name="zone">By whose clocks half-hours and days are told.</param>
    /// <param name="now">The moment.</param>
    public static LiveFigures Of(
        Floor floor, IReadOnlyCollection<CallRecord> calls, IEnumerable<string> regions, MatchRules rules, DateTimeZone zone, DateTimeOffset now)
    {
        var foreseen = Forecast.Of(floor, rules, now);
        var (half, day) = (HalfOf(now, zone), DayOf(now, zone));
        var known = regions.Union(floor.Agents.Select(a => a.Region)).Union(floor.Entries.Select(e => e.Region).OfType<string>()).Union(calls.Select(c => c.Region).OfType<string>());
        return new LiveFigures(
            now,
            Tell(rules.Pool, floor.Entries, floor.Agents, calls),
            [
                .. known.Order(StringComparer.Ordinal).Append(NotKnown).Select(region => Tell(
                    region,
                    [.. floor.Entries.Where(e => (e.Region ?? NotKnown) == region)],
                    [.. floor.Agents.Where(a => a.Region == region)],
                    [.. calls.Where(c => (c.Region ?? NotKnown) == region)])),
            ]);

        LiveFigure Tell(string of, ImmutableArray<QueueEntry> entries, ImmutableArray<AgentState> agents, IReadOnlyCollection<CallRecord> theirs)
        {
            var waiting = entries.Where(e => e.Phase == CallerPhase.Waiting).ToList();
            int In(params ReadOnlySpan<AgentPhase> phases)
            {
                var count = 0;
                foreach (var agent in agents)
                    count += phases.Contains(agent.Phase) ? 1 : 0;
                return count;
            }
            return new LiveFigure
            {
                Of = of,
                Waiting = waiting.Count,
                Urgent = waiting.Count(e => e.Priority == Priority.Urgent),
                Crisis = waiting.Count(e => e.Priority == Priority.Crisis),
                LongestSeconds = waiting.Count == 0 ? 0 : Math.Max(0, (int)(now - waiting.Min(e => e.ArrivedAt)).TotalSeconds),
                ForeseenSeconds = waiting.Max(e => foreseen.GetValueOrDefault(e.Call)?.Wait),
                Staffed = agents.Length - In(AgentPhase.Off, AgentPhase.Away),
                Idle = In(AgentPhase.Available),
                Offered = In(AgentPhase.Offered),
                Talking = In(AgentPhase.Joining, AgentPhase.Talking),
                WrapUp = In(AgentPhase.WrapUp),
                Away = In(AgentPhase.Away),
                HalfHour = LiveSpan.Of(half, theirs, rules.Figures),
                Today = LiveSpan.Of(day, theirs, rules.Figures),
            };
        }
    }

    private static DateTimeOffset HalfOf(DateTimeOffset now, DateTimeZone zone)
    {
        var local = Instant.FromDateTimeOffset(now).InZone(zone).TimeOfDay;
        return now.AddTicks(-(local.TickOfDay % (Minutes * TimeSpan.TicksPerMinute)));
    }
}
