using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Ports;

/// <summary>What changes together or not at all.</summary>
public sealed record CommitUnit
{
    public CallWrite? Call { get; init; }

    /// <summary>The caller's entry in line: its new state; null leaves it as it is.</summary>
    public EntryWrite? Entry { get; init; }

    public ImmutableArray<AgentWrite> Agents { get; init; } = [];

    /// <summary>What supervisors are told.</summary>
    public ImmutableArray<Alert> Alerts { get; init; } = [];

    /// <summary>A step of a case of imminent risk; null: none.</summary>
    public RiskNote? Risk { get; init; }

    public ImmutableArray<CommandWrite> Commands { get; init; } = [];

    /// <summary>Key of the command that this unit completes; a command completed before makes the unit a <see cref="CommitOutcome.Stale"/>.</summary>
    public string? CommandDone { get; init; }

    public ImmutableArray<DueWrite> Due { get; init; } = [];

    /// <summary>Keys of timers that are no longer wanted; those that are gone already are passed over.</summary>
    public ImmutableArray<string> DueDropped { get; init; } = [];

    /// <summary>Key of the timer that this unit carries out; if it is gone the unit is a <see cref="CommitOutcome.Stale"/>.</summary>
    public string? DueDone { get; init; }
}

/// <summary>One event of a call and the state after it.</summary>
/// <param name="Sid">CallSid of the caller.</param>
/// <param name="ExpectedSequence">Number of facts stored so far; the new fact gets this number plus one. 0 creates the call.</param>
/// <param name="Token">Unique in the call: route and turn, or SID and sequence number; null for events that cannot repeat.</param>
/// <param name="At">When it happened, by our clock.</param>
/// <param name="Event">The event as JSON, without anything private.</param>
/// <param name="Snapshot">The call's state as JSON, without anything private.</param>
/// <param name="Reply">What was answered (TwiML), or null.</param>
/// <param name="Private">Numbers, digits, words and raw bodies; encrypted with the call's own key; null if none.</param>
/// <param name="Ended">The call is over: its row stays as a tombstone and is no longer live.</param>
/// <param name="Summary">The few words that a list of calls shows.</param>
/// <param name="Number">A number that the call can be found by from now on; only its keyed hash is kept. Null: none.</param>
public sealed record CallWrite(
    string Sid,
    long ExpectedSequence,
    string? Token,
    DateTimeOffset At,
    string Event,
    string Snapshot,
    string? Reply,
    string? Private,
    bool Ended,
    string Summary,
    string? Number = null);

/// <summary>A caller's entry; <paramref name="State"/> null takes it off the floor.</summary>
public sealed record EntryWrite(string Call, QueueEntry? State);

/// <summary>An agent's new state; fails with a conflict unless the stored version is <paramref name="ExpectedVersion"/> (0: must not exist).</summary>
public sealed record AgentWrite(string Id, long ExpectedVersion, AgentState State);

/// <summary>A request to the carrier, carried out in order with others of the same call. A key that exists is passed over.</summary>
public sealed record CommandWrite(string Key, string Call, CarrierRequest Request, bool First);

/// <summary>A timer; a key that exists is moved to the new time. <paramref name="Event"/> is the event as JSON.</summary>
/// <param name="Key">Unique.</param>
/// <param name="At">When it is due.</param>
/// <param name="Call">The call it belongs to, or null: an agent's.</param>
/// <param name="Agent">The agent it belongs to, or null: a call's.</param>
/// <param name="Event">What happens then, as JSON.</param>
public sealed record DueWrite(string Key, DateTimeOffset At, string? Call, string? Agent, string Event);
