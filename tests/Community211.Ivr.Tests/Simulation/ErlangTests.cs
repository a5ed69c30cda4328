using Community211.Ivr.Simulation;

namespace Community211.Ivr.Tests.Simulation;

/// <summary>The formulas against published tables, and the matching rule against the formulas.</summary>
public sealed class ErlangTests
{
    private const int Runs = 24;
    private const int Calls = 4000;
    private const int WarmUp = 500;

    /// <summary>Student's t for 23 degrees of freedom: a right rule falls outside once in a thousand seeds; these are fixed.</summary>
    private const double T = 3.768;

    private static readonly TimeSpan Talk = TimeSpan.FromMinutes(8);

    [Theory]
    [InlineData(1, 2, 0.3333)]
    [InlineData(10, 12, 0.4494)]
    [InlineData(20, 25, 0.2091)]
    public void WaitShare_OfPublishedTables_IsTheirs(double load, int agents, double share) => Assert.Equal(share, Erlang.WaitShare(load, agents), 4);

    /// <summary>527,000 calls a year, a tenth of a day in the busy hour, 8 minutes each: 23 seats for four of five within 90 s.</summary>
    [Fact]
    public void AgentsFor_OntariosBusyHour_IsTwentyThree() => Assert.Equal(23, Erlang.AgentsFor(144.0 * 8 / 60, Talk, 0.8, TimeSpan.FromSeconds(90)));

    [Fact]
    public void WithPatience_OfThosePatientForEver_IsErlangC() =>
        Assert.Equal(Erlang.AverageWait(4, 5, Talk).TotalSeconds, Erlang.WithPatience(4, 5, Talk, TimeSpan.FromDays(100_000)).Wait.TotalSeconds, 1);

    [Fact]
    public void FloorRun_NobodyHangsUp_AgreesWithErlangC()
    {
        var runs = Play(load: 3, agents: 5, patience: null);
        Agrees(Erlang.AverageWait(3, 5, Talk).TotalSeconds, runs.Select(r => r.Average(o => o.Waited.TotalSeconds)));
        Agrees(Erlang.ServiceLevel(3, 5, Talk, TimeSpan.FromSeconds(90)), runs.Select(r => r.Count(o => o.Waited.TotalSeconds <= 90) / (double)r.Count));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]   // more than five agents can do: only those who hang up keep the line finite
    public void FloorRun_WithPatience_AgreesWithErlangA(double load)
    {
        var patience = TimeSpan.FromMinutes(4);
        var (hangUp, wait) = Erlang.WithPatience(load, 5, Talk, patience);
        var runs = Play(load, agents: 5, patience);
        Agrees(hangUp, runs.Select(r => r.Count(o => o.By is null) / (double)r.Count));
        Agrees(wait.TotalSeconds, runs.Select(r => r.Average(o => o.Waited.TotalSeconds)));
    }

    private static List<List<WaitOutcome>> Play(double load, int agents, TimeSpan? patience) =>
    [
        .. Enumerable.Range(1, Runs).AsParallel().AsOrdered().Select(seed =>
            FloorRun.Play(Lines.Poisson(seed, Calls, load / Talk.TotalHours, Talk, patience), Lines.Agents(agents), Lines.Rules).Skip(WarmUp).ToList()),
    ];

    private static void Agrees(double theory, IEnumerable<double> measured)
    {
        var all = measured.ToList();
        var mean = all.Average();
        var deviation = Math.Sqrt(all.Sum(x => (x - mean) * (x - mean)) / (all.Count - 1));
        var half = T * deviation / Math.Sqrt(all.Count);
        Assert.True(Math.Abs(mean - theory) <= half, $"theory {theory:0.####}, measured {mean:0.####} ± {half:0.####}");
        Assert.True(half < 0.25 * theory, $"± {half:0.####} of {theory:0.####} tells nothing");
    }
}
