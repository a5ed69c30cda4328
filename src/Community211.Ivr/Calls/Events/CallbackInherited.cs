namespace Community211.Ivr.Calls.Events;

/// <summary>The caller had booked a callback to the same number before: this one is in its place.</summary>
/// <param name="ArrivedAt">Arrival in line of the earlier call.</param>
public sealed record CallbackInherited(DateTimeOffset ArrivedAt) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Callback is not null && unit.State.Flow.ArrivedAt > ArrivedAt)
            unit.State = unit.State with { Flow = unit.State.Flow with { ArrivedAt = ArrivedAt } };
        else
            unit.Refuse();
    }
}
