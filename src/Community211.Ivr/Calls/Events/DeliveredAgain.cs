namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier sent something a second time: kept, answered like the first time, and nothing else.</summary>
/// <param name="Of">Token of what it was.</param>
public sealed record DeliveredAgain(string Of) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        // A repetition is a fact and no step.
    }
}
