using System.Diagnostics;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Benchmarks;

/// <summary>The service's rule, with a watch around it.</summary>
internal sealed class DecisionWatch
{
    private readonly List<(DateTimeOffset At, TimeSpan Took, int Waiting)> all = [];
    private readonly SortedDictionary<DateTimeOffset, long> memory = [];

    public MatchPlan Decide(Floor floor, MatchRules rules, DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset);
        if (!memory.ContainsKey(hour))
            memory[hour] = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.GetTimestamp();
        var plan = Matcher.Plan(floor, rules, now);
        all.Add((now, Stopwatch.GetElapsedTime(watch), floor.Entries.Length));
        return plan;
    }

    /// <summary>The median decision between two moments, how many waited at it on average, and the memory in use in the hour in which they end.</summary>
    public (double Milliseconds, double Waiting, double Megabytes) Between(DateTimeOffset from, DateTimeOffset to) => (
        all.Where(d => d.At >= from && d.At < to).Select(d => d.Took.TotalMilliseconds).DefaultIfEmpty().Order().ToList() is var took ? took[took.Count / 2] : 0,
        all.Where(d => d.At >= from && d.At < to).Select(d => (double)d.Waiting).DefaultIfEmpty().Average(),
        memory.LastOrDefault(m => m.Key <= to).Value / 1024.0 / 1024.0);
}
