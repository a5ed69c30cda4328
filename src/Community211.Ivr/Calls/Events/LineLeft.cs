namespace Community211.Ivr.Calls.Events;

/// <summary>The caller is no longer in the carrier's queue.</summary>
/// <param name="Turn">The turn at which the line was entered; null if the URL does not say.</param>
/// <param name="Result">The carrier's word: leave, redirected, hangup, queue-full, error, system-error, bridged, ...</param>
public sealed record LineLeft(int? Turn, string Result) : CallEvent
{
    public override string? Token => $"line-left:{Turn}:{Result}";
}
