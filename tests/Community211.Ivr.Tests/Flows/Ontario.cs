using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Files;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Flows;

/// <summary>The files that ship, and conversations on them. The state is written and read back between any two steps.</summary>
internal sealed class Ontario
{
    public static readonly ImmutableDictionary<string, string> Files = FlowFolder.Read(Path.Combine(Repository.Root, "ivr-flows"));

    public static readonly FlowSet Set = Load(Files).Set ?? throw new InvalidOperationException("The files that ship have errors.");

    public static readonly DateTimeOffset Noon = new(2027, 1, 4, 17, 0, 0, TimeSpan.Zero);

    private readonly FlowSet _set;

    private readonly Conditions _conditions;

    public Ontario(string? dialled = "+14165550100", string? town = null, FlowSet? set = null, Conditions? conditions = null)
    {
        _set = set ?? Set;
        _conditions = conditions ?? Conditions.Plain;
        State = Kept(FlowRunner.Begin(new FlowContext(_set, new FlowState { Dialled = dialled, Town = town, Callable = true }, Noon, _conditions)));
    }

    public FlowState State { get; private set; }

    public DateTimeOffset Now { get; private set; } = Noon;

    public List<string> Reasons { get; } = [];

    public string? Taken { get; private set; }

    private FlowContext Here => new(_set, State, Now, _conditions);

    public FlowView View => FlowRunner.View(Here);

    public string Heard => string.Join(" | ", View.Question.Parts.Select(p => $"{p.Language}: {p.Text}"));

    public static (FlowSet? Set, ImmutableArray<Finding> Findings) Load(ImmutableDictionary<string, string> files)
    {
        var report = FlowCheck.Run(files, exampleShare: 0);
        return (report.Set, report.Findings);
    }

    public Ontario Press(string digits) => Give(new Answer(digits, ""));

    public Ontario Say(string words) => Give(new Answer("", words));

    public Ontario Silence(int times = 1)
    {
        for (var i = 0; i < times; i++)
            Give(new Answer("", ""));
        return this;
    }

    /// <summary>What is known of the wait from now on.</summary>
    public Ontario Foresee(Forecast? forecast)
    {
        State = State with { Line = State.Line! with { Forecast = forecast } };
        return this;
    }

    public Ontario Finish()
    {
        State = Kept(FlowRunner.Finish(Here));
        return this;
    }

    private Ontario Give(Answer answer)
    {
        Now += View.Length;
        var result = FlowRunner.Answer(Here, answer);
        var again = FlowRunner.Answer(Here, new Answer("", ""), result.Taken);
        Assert.Equal(CallJson.Write(result.State), CallJson.Write(again.State));
        Taken = result.Taken;
        State = Kept(result);
        return this;
    }

    private FlowState Kept(FlowResult result)
    {
        Reasons.AddRange(result.Reasons.Select(r => r.Code));
        var json = CallJson.Write(result.State);
        var read = CallJson.Read<FlowState>(json);
        Assert.Equal(json, CallJson.Write(read));
        return read;
    }
}
