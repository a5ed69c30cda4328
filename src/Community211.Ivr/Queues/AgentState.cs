using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>An agent on the floor.</summary>
public sealed record AgentState
{
    public required string Id { get; init; }

    /// <summary>The number that is rung, E.164.</summary>
    public required string Number { get; init; }

    /// <summary>Region id of the partner that the agent works for.</summary>
    public required string Region { get; init; }

    /// <summary>Language ids that the agent works in, best first.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Language ids that the agent has a little of: better than nothing, and no promise kept.</summary>
    public ImmutableArray<string> LittleOf { get; init; } = [];

    /// <summary>Region ids, besides the own, whose services the agent knows.</summary>
    public ImmutableArray<string> Knows { get; init; } = [];

    public bool CrisisTrained { get; init; }

    public AgentPhase Phase { get; init; } = AgentPhase.Available;

    /// <summary>Why the agent is away: <c>no-answer</c>, <c>no-key</c>, <c>declined</c>, or the agent's own word such as <c>break</c>; null in other phases.</summary>
    public string? AwayReason { get; init; }

    /// <summary>Who set this phase by their word: the agent's id, or a supervisor. Null: the service did, or the files.</summary>
    public string? By { get; init; }

    /// <summary>Since when the agent is in this phase.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Start of the idle time that decides who is next; kept when an offer came to nothing through no fault of the agent.</summary>
    public DateTimeOffset IdleSince { get; init; }

    /// <summary>Not offered anyone before this time; set when the last of a partner did not answer, or the carrier failed.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The offer that holds the agent, from Offered until the talk is over.</summary>
    public string? Offer { get; init; }

    /// <summary>CallSid of the caller of that offer.</summary>
    public string? Call { get; init; }

    /// <summary>Raised by each change; makes a timer of an earlier phase do nothing.</summary>
    public int Version { get; init; }
}
