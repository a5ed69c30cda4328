namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier asks what a caller on hold hears. It tells us nothing, so it is no fact.</summary>
public sealed record HoldPageAsked : CallEvent
{
    internal override void Apply(CallUnit unit) => unit.Refuse();
}
