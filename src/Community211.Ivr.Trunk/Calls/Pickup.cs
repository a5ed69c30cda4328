using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>A caller taken out of the line by a Dial's Queue, and the two of them until one goes.</summary>
/// <param name="Caller">Who waited.</param>
/// <param name="Dequeuer">Who dialled the queue.</param>
/// <param name="Before">The document that the caller hears before they are connected.</param>
/// <param name="Context">QueueSid, QueueTime, DequeingCallSid.</param>
internal sealed record Pickup(Leg Caller, Leg Dequeuer, UrlSource? Before, Form Context)
{
    /// <summary>They are connected, or will not be.</summary>
    public Signal Settled { get; } = new();

    public Signal Over { get; } = new();

    public bool IsConnected { get; private set; }

    /// <summary>On the caller's strand, once the document before was heard.</summary>
    public void Connect()
    {
        IsConnected = true;
        (Caller.Bridge, Dequeuer.Bridge) = (Dequeuer, Caller);
        Talks.Begin(Caller, Dequeuer);
        Talks.Begin(Dequeuer, Caller);
        Settled.Set();
    }

    /// <summary>Either of them went.</summary>
    public void End()
    {
        if (Over.IsSet)
            return;
        if (IsConnected)
            (Caller.Bridge, Dequeuer.Bridge) = (null, null);
        Over.Set();
        Settled.Set();
    }
}
