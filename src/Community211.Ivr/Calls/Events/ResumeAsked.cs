using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The caller is still there after a room or a ten-digit line, or was torn out of wherever they were.</summary>
/// <param name="Epoch">The connection that is over; null after a ten-digit line or when torn out.</param>
/// <param name="At"><c>line</c> after a ten-digit line; else null.</param>
/// <param name="Dial">The carrier's word for the dial that ended: completed, busy, no-answer, failed, canceled; null if none.</param>
public sealed record ResumeAsked(int? Epoch, string? At, string? Dial) : CallEvent
{
    public override string? Token => Epoch is null ? null : $"resume:{Epoch}";

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (state.Phase == CallerPhase.Ended)
            return;
        if (At == "line")
        {
            unit.OutsideOver(Dial);
            return;
        }
        if (state.Connection is { } connection && (Epoch == connection.Epoch || (Epoch is null && connection is { CallerCame: true, Torn: true })))
            unit.LoseAgent("room-over");
        else
            unit.OutOfQueue();
    }
}
