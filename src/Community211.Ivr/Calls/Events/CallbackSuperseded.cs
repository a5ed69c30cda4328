using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Calls.Events;

/// <summary>Whoever is owed a call has talked with somebody in another call, or asked in it to be called back: this call is not needed.</summary>
/// <param name="By">CallSid of the other call.</param>
public sealed record CallbackSuperseded(string By) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State is { Callback: not null, Connection: null })
            unit.GiveUp(CallbackOutcome.Cancelled);
        else
            unit.Refuse();
    }
}
