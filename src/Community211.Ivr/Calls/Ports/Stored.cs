using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Ports;

/// <summary>A state with the version to expect when it is written.</summary>
public sealed record Versioned<T>(T State, long Version);

/// <summary>A call as stored.</summary>
/// <param name="Sequence">Number of facts so far.</param>
/// <param name="Snapshot">State as JSON.</param>
/// <param name="Agents">Agents whose state names this call.</param>
public sealed record StoredCall(long Sequence, string Snapshot, ImmutableArray<Versioned<AgentState>> Agents);

/// <summary>The floor as stored.</summary>
public sealed record StoredFloor(ImmutableArray<QueueEntry> Entries, ImmutableArray<Versioned<AgentState>> Agents);

/// <summary>A command that waits to be carried out.</summary>
public sealed record StoredCommand(string Key, string Call, CarrierRequest Request, DateTimeOffset At);

/// <summary>A timer that is due.</summary>
public sealed record StoredDue(string Key, DateTimeOffset At, string? Call, string? Agent, string Event);

/// <summary>One fact of a call.</summary>
public sealed record StoredFact(long Sequence, DateTimeOffset At, string? Token, string Event, string? Reply, string? Private);

/// <summary>A line of the list of calls.</summary>
public sealed record CallSummary(string Sid, DateTimeOffset StartedAt, bool Ended, string Summary);

/// <summary>An agent's state from a time on; <paramref name="ByCall"/> names the call whose unit wrote it, if one did.</summary>
public sealed record AgentFact(DateTimeOffset At, AgentState State, string? ByCall);
