using BenchmarkDotNet.Attributes;
using Community211.Ivr.Files;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Benchmarks;

/// <summary>One call: its first step, the whole of it played, and compared on two flows.</summary>
[MemoryDiagnoser]
public class CallBenchmark
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 16, 0, 0, TimeSpan.Zero);

    private static readonly CarriedCall Carried = new() { Id = "CA", At = Noon, To = "+15065550100", Order = AnswerOrder.WhenAsked };

    private FlowSet _set = null!;
    private CallComparer _comparer = null!;
    private readonly ScriptedCall _call = new(Noon, "+15065550100", null, Conditions.Plain, [new Doing(DoingKind.Press, "1"), new Doing(DoingKind.Press, "2")]);

    [GlobalSetup]
    public void Read()
    {
        _set = FlowLoader.Load(LongFlow.Of(20), new Findings()) ?? throw new InvalidOperationException("The flow of the benchmark has errors.");
        _comparer = new CallComparer(_set, _set);
    }

    [Benchmark(Baseline = true)]
    public FlowResult FirstStep() => FlowRunner.Begin(new FlowContext(_set, new FlowState { Dialled = "+15065550100" }, Noon));

    [Benchmark]
    public PlayedCall Play() => CallPlayer.Play(_set, _call);

    [Benchmark]
    public ComparedCall Compare() => _comparer.Compare(Carried);
}
