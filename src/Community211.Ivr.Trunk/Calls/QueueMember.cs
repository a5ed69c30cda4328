namespace Community211.Ivr.Trunk.Calls;

/// <summary>One caller in line.</summary>
internal sealed class QueueMember(CallQueue queue, Leg leg, DateTimeOffset enqueued)
{
    public CallQueue Queue => queue;

    public Leg Leg => leg;

    public DateTimeOffset Enqueued => enqueued;

    /// <summary>Stops the wait for a Dial that takes this caller.</summary>
    public Action<Pickup>? OnPicked { get; init; }

    public int Position => queue.Members.IndexOf(this) + 1;

    public int WaitSeconds(DateTimeOffset now) => (int)(now - enqueued).TotalSeconds;
}
