using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The caller's wait page is overdue: the carrier is asked before anyone is offered a phantom.</summary>
public sealed record ProbeWanted : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Phase != CallerPhase.Waiting || unit.State.Callback is not null)
        {
            unit.Refuse();
            return;
        }
        unit.State = unit.State with { ProbedAt = unit.Now };
        unit.LookUp("probe", unit.State.QueueSid);
    }
}
