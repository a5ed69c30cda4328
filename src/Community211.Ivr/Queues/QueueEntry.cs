using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>A caller as the matcher sees them. Written in the same unit as the call; one for each caller in line.</summary>
public sealed record QueueEntry
{
    public required string Call { get; init; }

    public CallerPhase Phase { get; init; }

    public Priority Priority { get; init; }

    /// <summary>Region id, or null while unknown: then the province serves the caller.</summary>
    public string? Region { get; init; }

    /// <summary>Language id, or null while unknown.</summary>
    public string? Language { get; init; }

    /// <summary>What the language asks of the one who answers.</summary>
    public LanguageNeed LanguageNeed { get; init; }

    /// <summary>What the caller chose when no speaker was there.</summary>
    public LanguageWish LanguageWish { get; init; }

    /// <summary>Who may answer, and from how long after arrival at the latest.</summary>
    public ImmutableArray<QueueMember> Members { get; init; } = [];

    /// <summary>Arrival in line; kept when a caller comes back to a line.</summary>
    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Lost an agent and goes before the others of the same priority.</summary>
    public bool AtHead { get; init; }

    /// <summary>Agent who is offered this caller before all others, if free; null: nobody in particular.</summary>
    public string? FirstTo { get; init; }

    /// <summary>When the last wait page was asked for, and how long it plays.</summary>
    public DateTimeOffset PageAt { get; init; }

    /// <summary>Seconds that the last wait page lasts.</summary>
    public int PageSeconds { get; init; }

    /// <summary>When the carrier was asked whether the caller is still there; null once it said so, or a wait page was asked for.</summary>
    public DateTimeOffset? ProbedAt { get; init; }

    /// <summary>When supervisors were told that nobody is free for this caller in crisis; null while they were not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public ImmutableArray<OpenOffer> Offers { get; init; } = [];

    /// <summary>Contacts are not rung again before this time, after one did not answer.</summary>
    public DateTimeOffset? ContactsNotBefore { get; init; }

    /// <summary>Agents or contacts that this caller was offered to in vain, newest last; others go first.</summary>
    public ImmutableArray<string> Tried { get; init; } = [];
}
