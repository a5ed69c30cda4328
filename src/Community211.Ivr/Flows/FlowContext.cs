using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows;

/// <summary>What a step may look at: the files, the state and the time. Nothing else, so that the same call always goes the same way.</summary>
public sealed record FlowContext(FlowSet Set, FlowState State, DateTimeOffset Now)
{
    public DateOnly Day => Set.Places.DayOf(Now);
}
