namespace Community211.Ivr.Calls.Events;

/// <summary>The caller was taken out of the queue and asks for the room.</summary>
/// <param name="Epoch">The connection that the dequeue was for; null if the URL does not say.</param>
public sealed record ConnectAsked(int? Epoch) : CallEvent
{
    public override string? Token => $"connect:{Epoch}";

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Connection is { } connection && connection.Epoch == Epoch)
        {
            unit.State = unit.State with { Connection = connection with { CallerCame = true } };
            unit.Drop(TimerFired.Key(unit.State.Sid, TimerKind.Connect));
            unit.Alone();
        }
        else
        {
            unit.OutOfQueue();
        }
    }
}
