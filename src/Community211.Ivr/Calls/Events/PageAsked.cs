using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier asks for a wait page: the caller is in its queue.</summary>
/// <param name="Page">The turn whose page is asked for; null if the URL does not say.</param>
/// <param name="QueueSid">The carrier's queue; null if it does not say.</param>
/// <param name="Again">The page before was one that we could only give without the store.</param>
public sealed record PageAsked(int? Page, string? QueueSid, bool Again = false) : CallEvent
{
    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (state.Phase == CallerPhase.Ended)
            return;
        unit.State = state with
        {
            QueueSid = QueueSid ?? state.QueueSid,
            Phase = state.Phase == CallerPhase.Parking ? CallerPhase.Waiting : state.Phase,
        };
        unit.Foresee(Conditions?.Forecast);
        unit.PageHeard();
        unit.DequeueWhenReady();
    }
}
