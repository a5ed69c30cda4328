using System.Globalization;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;
using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Benchmarks;

/// <summary>The day of tests/scenarios/ontario-day.yaml, regions together and alone, and what happens on its bad days.</summary>
internal static class DayTable
{
    private const int Days = 20;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static void Run()
    {
        var findings = new Findings();
        var set = FlowLoader.Load(FlowFolder.Read(Path.Combine(LongFlow.Root(), "ivr-flows")), findings);
        var scenario = set is null ? null : new ScenarioReader(set, findings).Read("ontario-day.yaml", File.ReadAllText(Path.Combine(LongFlow.Root(), "tests", "scenarios", "ontario-day.yaml")));
        if (set is null || scenario is null)
            throw new InvalidOperationException(string.Join('\n', findings.Sorted()));
        Staffing(scenario, set);
        Console.WriteLine();
        Surges(scenario, set);
    }

    /// <summary>Many days each, so that a few callers in crisis say something.</summary>
    private static void Staffing(DayScenario scenario, FlowSet set)
    {
        var (alone, apart) = (Alone.Of(scenario), Alone.Of(set));
        var busiest = scenario.Hours.IndexOf(scenario.Hours.Max());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Days} days each            seats    ASA   80/20   80/90  busy hour  since call  crisis 20s  longest   hung up  in region  passed  ended by us"));
        foreach (var (name, day, flows, seats) in new (string, DayScenario, FlowSet, SeatPlan)[]
        {
            ("together", scenario, set, SeatPlan.Pooled(scenario)),
            ("none for crisis", scenario, set with { Queues = set.Queues with { CrisisReserve = 0 } }, SeatPlan.Pooled(scenario)),
            ("together, one more", scenario, set, SeatPlan.Pooled(scenario, more: 1)),
            ("together from 60s", scenario, set with { Queues = set.Queues with { Aid = new MutualAid { WhenWaitPasses = TimeSpan.FromHours(4) }, AidOf = set.Queues.AidOf.Clear() } }, SeatPlan.Pooled(scenario)),
            ("alone, as many", alone, apart, SeatPlan.Pooled(scenario)),
            ("alone, by Erlang C", alone, apart, SeatPlan.Alone(scenario)),
        })
        {
            var results = Enumerable.Range(1, Days).Select(seed => Play(day, flows, seats, seed, null, null)).ToList();
            var all = new DayFigures(results.SelectMany(r => r.Outcomes));
            var start = DayCallers.Start(scenario, set);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-20}{seats.In(busiest),10}{all.AverageAnswer.TotalSeconds,6:0}s{all.Level(Soon),8:P0}{all.Level(scenario.Seats.Within),8:P0}{all.OfHour(start, busiest).Level(scenario.Seats.Within),11:P0}{all.LevelSinceCall(scenario.Seats.Within),12:P0}{all.CrisisLevel(Soon),12:P1}{all.LongestCrisis.TotalSeconds,8:0}s{all.HungUp,10:P1}{all.InRegion,11:P0}{results.Sum(r => r.Inversions),8}{all.EndedByUs,13}"));
        }
    }

    private static void Surges(DayScenario scenario, FlowSet set)
    {
        Console.WriteLine("one day each           calls  in line at most   answered  hung up  in line after  crisis 20s  longest  passed  ended by us   decisions    first hour (waiting)     last hour (waiting)   memory");
        var regions = new List<string>();
        foreach (var (name, surge) in scenario.Surges.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)).Prepend(("no surge", null!)))
        {
            var watch = new DecisionWatch();
            var result = Play(scenario, set, SeatPlan.Pooled(scenario), 1, surge, watch.Decide);
            var all = new DayFigures(result.Outcomes);
            var from = DayCallers.Start(scenario, set) + (surge?.From ?? TimeSpan.FromHours(9));
            var last = from + (surge is null || surge.Length < TimeSpan.FromHours(2) ? TimeSpan.FromHours(2) : surge.Length);
            var (first, then) = (watch.Between(from, from.AddHours(1)), watch.Between(last.AddHours(-1), last));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-15}{all.Offered,13:N0}{result.MostWaiting,17:N0}{all.Answered,11:N0}{all.HungUp,9:P0}{all.InLine,15:N0}{all.CrisisLevel(Soon),12:P1}{all.LongestCrisis.TotalSeconds,8:0}s{result.Inversions,8}{all.EndedByUs,13}{result.Decisions,12:N0}{first.Milliseconds,9:0.000} ms ({first.Waiting,5:0}){then.Milliseconds,12:0.000} ms ({then.Waiting,5:0}){first.Megabytes,6:0} -> {then.Megabytes:0} MB"));
            if (surge?.Region is not { } region)
                continue;
            foreach (var (where, some) in new[] { ($"of {region}", all.Of(o => o.Caller.Region == region)), ("elsewhere", all.Of(o => o.Caller.Region != region)) })
                regions.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, callers {where}: {some.Offered:N0}, answered {some.Answered:N0}, hung up {some.HungUp:P0}, average answer {some.AverageAnswer.TotalSeconds:0} s"));
        }
        Console.WriteLine(string.Join('\n', regions));
    }

    private static DayResult Play(DayScenario scenario, FlowSet set, SeatPlan seats, int seed, Surge? surge, MatchRule? decide) =>
        DayRun.Play(scenario, set, new DayCallers(scenario, set, new Random(seed)).Draw(surge), seats, new Random(-seed), decide);
}
