using System.Text.Json.Serialization;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The caller is no longer in the carrier's queue.</summary>
/// <param name="Turn">The turn at which the line was entered; null if the URL does not say.</param>
/// <param name="Result">The carrier's word: leave, redirected, hangup, queue-full, error, system-error, bridged, ...</param>
public sealed record LineLeft(int? Turn, string Result) : CallEvent
{
    public override string? Token => $"line-left:{Turn}:{Result}";

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (state.Phase == CallerPhase.Ended)
            return;
        if (Result == "hangup")
        {
            unit.LegOver(EndedBy.Caller);
            return;
        }
        if (Turn < state.LineTurn)
            return;
        if (Failed)
            unit.LineFailed(Result);
        else
            unit.OutOfQueue();
    }

    /// <summary>The carrier could not keep the caller in its queue: they are not in it, and try again after a moment.</summary>
    [JsonIgnore]
    public bool Failed => Result is "queue-full" or "error" or "system-error";
}
