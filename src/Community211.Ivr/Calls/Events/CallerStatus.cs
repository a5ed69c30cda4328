using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier's status of the caller's own leg.</summary>
/// <param name="Status">queued, ringing, in-progress, completed, busy, failed, no-answer, canceled.</param>
/// <param name="Number">The carrier's sequence number; null if it does not say.</param>
public sealed record CallerStatus(string Status, int? Number) : CallEvent
{
    public override string? Token => $"status:{Number}:{Status}";

    /// <summary>Whether the leg is over.</summary>
    public bool Over => IsOver(Status);

    /// <summary>Whether a carrier's status means that a leg is over.</summary>
    public static bool IsOver(string status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        if (!Over || unit.State.Phase == CallerPhase.Ended)
            return;
        unit.LegOver();
    }
}
