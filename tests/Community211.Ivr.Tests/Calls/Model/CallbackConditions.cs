using Community211.Ivr.Calls;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>Callers are offered to be called back.</summary>
internal sealed class CallbackConditions : IConditions
{
    /// <summary>The shipped flow, in which callbacks are offered day and night.</summary>
    public static readonly FlowSet Flow = RealFlow.Load(RealFlow.Files.SetItem(
        "ontario.yaml", RealFlow.Files["ontario.yaml"].Replace("late: { when: callback-hours", "late: { when: around-the-clock", StringComparison.Ordinal)));

    public Conditions At(DateTimeOffset now, string call) => new([], Callbacks: true);
}
