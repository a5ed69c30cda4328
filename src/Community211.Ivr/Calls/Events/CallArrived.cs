namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier has a caller for us. The caller's number is private.</summary>
/// <param name="To">The number of ours that was dialled, E.164.</param>
public sealed record CallArrived(string To) : CallEvent
{
    public override string? Token => "inbound";
}
