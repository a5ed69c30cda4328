using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>All who wait and all who may answer, at one moment.</summary>
public sealed record Floor(ImmutableArray<QueueEntry> Entries, ImmutableArray<AgentState> Agents);
