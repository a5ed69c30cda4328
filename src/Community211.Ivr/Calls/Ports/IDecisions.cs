using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Decisions of the matching rule with what they looked at. Never changed; dropped when they are old.</summary>
public interface IDecisions
{
    /// <summary>Keeps a decision, durable when it returns; its number, which is never given again.</summary>
    Task<long> AddDecision(Decision decision, CancellationToken stop);

    /// <summary>A decision by its number; null when it was dropped, or never made.</summary>
    Task<Decision?> LoadDecision(long id, CancellationToken stop);

    /// <summary>Drops the oldest decisions made before a time.</summary>
    /// <returns>How many were dropped: as many as allowed, or fewer when no more are that old.</returns>
    Task<int> DropDecisions(DateTimeOffset before, int most, CancellationToken stop);
}
