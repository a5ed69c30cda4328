namespace Community211.Ivr.Queues;

/// <summary>When a region's callers are helped by others before the flow says so, and what it keeps for its own.</summary>
public sealed record MutualAid
{
    /// <summary>A caller is offered to other regions once the own one is predicted to take longer than this. Default 20 s.</summary>
    public TimeSpan WhenWaitPasses { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Idle agents that are kept for the own region while others are helped. Default 0.</summary>
    public int Reserve { get; init; }
}
