using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Benchmarks;

/// <summary>What a check costs beside reading the files, and how it grows with the flow.</summary>
[MemoryDiagnoser]
public class CheckBenchmark
{
    private ImmutableDictionary<string, string> _files = ImmutableDictionary<string, string>.Empty;

    [Params(200, 2000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _files = LongFlow.Of(Steps);
        var report = FlowCheck.Run(_files, exampleShare: 0);
        if (report.Set is null)
            throw new InvalidOperationException($"The flow of the benchmark has errors: {string.Join('\n', report.Findings)}");
    }

    [Benchmark(Baseline = true)]
    public FlowSet? Read() => FlowLoader.Draft(_files, new Findings());

    [Benchmark]
    public CheckReport Check() => FlowCheck.Run(_files, exampleShare: 0);
}
