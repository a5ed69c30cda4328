namespace Community211.Ivr.Calls.Ports;

/// <summary>What a commit came to.</summary>
/// <param name="Outcome">See there.</param>
/// <param name="Reply">With <see cref="CommitOutcome.Repeated"/>: what was answered the first time.</param>
/// <param name="UnchangedSince">With <see cref="CommitOutcome.Repeated"/>: whether the call has not moved since that reply.</param>
public sealed record CommitResult(CommitOutcome Outcome, string? Reply = null, bool UnchangedSince = false);

/// <summary>How a commit ended.</summary>
public enum CommitOutcome
{
    Committed,

    /// <summary>The token was seen before; nothing changed.</summary>
    Repeated,

    /// <summary>Somebody else was first: load again and decide again.</summary>
    Conflict,

    /// <summary>The command or timer that the unit completes is already completed; nothing changed.</summary>
    Stale,
}
