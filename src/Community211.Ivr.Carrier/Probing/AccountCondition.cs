namespace Community211.Ivr.Carrier.Probing;

/// <summary>What the carrier said to our credentials.</summary>
public sealed record AccountCondition
{
    /// <summary>Why there was no answer; null if there was one.</summary>
    public NetworkTrouble? Trouble { get; init; }

    /// <summary>HTTP status of the answer; null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The carrier's error code with its message; null if it named none.</summary>
    public string? Error { get; init; }

    /// <summary>The account as the carrier keeps it: <c>active</c>, <c>suspended</c> or <c>closed</c>; null if it was not shown.</summary>
    public string? Account { get; init; }

    /// <summary>Whether it is a trial account, which calls verified numbers only.</summary>
    public bool Trial { get; init; }

    /// <summary>Whether <c>Twilio:SecondaryAuthToken</c> is taken where <c>Twilio:AuthToken</c> is not.</summary>
    public bool SecondaryWorks { get; init; }

    /// <summary>How far this machine's clock is ahead of the carrier's, to about a second; null if the answer had no date.</summary>
    public TimeSpan? Ahead { get; init; }

    /// <summary>Whether the account was shown.</summary>
    public bool Shown => Status == 200 && Account is not null;
}
