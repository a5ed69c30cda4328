using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>How many are on duty where and when.</summary>
/// <param name="Of">Seats by region id, for each hour from midnight.</param>
public sealed record SeatPlan(ImmutableSortedDictionary<string, ImmutableArray<int>> Of)
{
    private const int Hours = 24;

    /// <summary>What Erlang C asks for if all regions answer as one, spread over them as the callers are.</summary>
    /// <param name="scenario">Calls, handling and level.</param>
    /// <param name="more">So many more in every hour; below 0 fewer.</param>
    public static SeatPlan Pooled(DayScenario scenario, int more = 0) =>
        Spread(scenario, [.. Enumerable.Range(0, Hours).Select(h => Math.Max(1, Needed(scenario, scenario.CallsIn(h)) + more))]);

    /// <summary>What Erlang C asks for in each region if it answers its callers alone.</summary>
    public static SeatPlan Alone(DayScenario scenario) => new(scenario.Regions.ToImmutableSortedDictionary(
        r => r.Value, r => Enumerable.Range(0, Hours).Select(h => Needed(scenario, scenario.CallsIn(h, r.Value))).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>So many in each hour, spread over the regions by largest remainder.</summary>
    public static SeatPlan Spread(DayScenario scenario, ImmutableArray<int> seats)
    {
        var all = scenario.Regions.ToDictionary(r => r.Value, _ => new int[Hours], StringComparer.Ordinal);
        var weight = scenario.Regions.Sum(r => r.Weight);
        for (var hour = 0; hour < Hours; hour++)
        {
            var due = scenario.Regions.Select(r => (r.Value, Share: (double)seats[hour] * r.Weight / weight)).ToList();
            foreach (var (region, share) in due)
                all[region][hour] = (int)share;
            foreach (var (region, _) in due.OrderByDescending(d => d.Share - (int)d.Share).Take(seats[hour] - due.Sum(d => (int)d.Share)))
                all[region][hour]++;
        }
        return new SeatPlan(all.ToImmutableSortedDictionary(a => a.Key, a => a.Value.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>Seats of an hour in all regions together.</summary>
    public int In(int hour) => Of.Values.Sum(s => s[hour]);

    /// <summary>Who sits there: as in <c>places.yaml</c> every so many is trained for crisis or speaks the flow's second language too.</summary>
    public ImmutableArray<Seat> Seats(DayScenario scenario, FlowSet set, DateTimeOffset start) =>
    [
        .. from region in Of
           from number in Enumerable.Range(0, region.Value.Max())
           select new Seat(
               new AgentState
               {
                   Id = string.Create(CultureInfo.InvariantCulture, $"{region.Key}-{number + 1:00}"),
                   Number = set.Places.Regions[region.Key].Line,
                   Region = region.Key,
                   Languages = number % scenario.Seats.French == scenario.Seats.French - 1 ? set.Flow.Languages : [set.Flow.Languages[0]],
                   CrisisTrained = number % scenario.Seats.CrisisTrained == 0,
                   Phase = AgentPhase.Off,
                   Since = start,
                   IdleSince = start,
               },
               [.. region.Value.Select(seats => number < seats)]),
    ];

    private static int Needed(DayScenario scenario, double calls) =>
        calls == 0 ? 0 : Erlang.AgentsFor(calls * scenario.Handling.TotalHours, scenario.Handling, scenario.Seats.Answered, scenario.Seats.Within);
}
