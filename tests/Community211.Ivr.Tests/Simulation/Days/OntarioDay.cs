using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Simulation.Days;

namespace Community211.Ivr.Tests.Simulation.Days;

/// <summary>The day of tests/scenarios, on the files that ship.</summary>
internal static class OntarioDay
{
    public const string File = "ontario-day.yaml";

    public static readonly string Text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "scenarios", File));

    public static readonly FlowSet Set = RealFlow.Set;

    public static readonly DayScenario Scenario = Read(Text).Scenario ?? throw new InvalidOperationException("The scenario has errors.");

    public static readonly DateTimeOffset Start = DayCallers.Start(Scenario, Set);

    public static int BusiestHour => Scenario.Hours.IndexOf(Scenario.Hours.Max());

    public static (DayScenario? Scenario, ImmutableArray<Finding> Findings) Read(string text)
    {
        var findings = new Findings();
        return (new ScenarioReader(Set, findings).Read(File, text), findings.Sorted());
    }

    /// <summary>One day; the same seed is the same day.</summary>
    public static DayResult Play(int seed, SeatPlan? seats = null, Surge? surge = null, DayScenario? scenario = null, FlowSet? set = null)
    {
        var (day, flows) = (scenario ?? Scenario, set ?? Set);
        return DayRun.Play(day, flows, new DayCallers(day, flows, new Random(seed)).Draw(surge), seats ?? SeatPlan.Pooled(day), new Random(-seed));
    }

    /// <summary>Several days, as one: in a single one there are too few callers in crisis to say anything.</summary>
    public static (DayFigures All, int Inversions) Days(int count, SeatPlan? seats = null, DayScenario? scenario = null, FlowSet? set = null)
    {
        var results = Enumerable.Range(1, count).AsParallel().AsOrdered().Select(seed => Play(seed, seats, null, scenario, set)).ToList();
        return (new DayFigures(results.SelectMany(r => r.Outcomes)), results.Sum(r => r.Inversions));
    }
}
