using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The matcher finds nobody who is trained and free for a caller in crisis: supervisors are told, once for each caller.</summary>
public sealed record CrisisUnserved : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State is not { Phase: CallerPhase.Waiting, Flow.Priority: Priority.Crisis, CrisisToldAt: null })
        {
            unit.Refuse();
            return;
        }
        unit.State = unit.State with { CrisisToldAt = unit.Now };
        unit.TellOfCrisis(AlertKind.CrisisNobodyFree, "nobody-free");
    }
}
