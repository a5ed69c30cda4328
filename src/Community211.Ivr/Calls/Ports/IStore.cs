using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Ports;

/// <summary>All that outlives a process. Every implementation passes the same conformance suite.</summary>
public interface IStore : IPublications, IOpenings, ITokens, IAlerts, IAudit, IRisks, IDecisions
{
    /// <summary>
    /// One transaction, durable when it returns. Units of one call are ordered by <see cref="CallWrite.ExpectedSequence"/>;
    /// a token that the call has seen before changes nothing and gives the reply stored with it.
    /// </summary>
    Task<CommitResult> Commit(CommitUnit unit, CancellationToken stop);

    /// <summary>The call's snapshot with the agents that its open and accepted offers name; null if the call is not known.</summary>
    Task<StoredCall?> LoadCall(string sid, CancellationToken stop);

    /// <summary>One agent with its version; null if not known.</summary>
    Task<Versioned<AgentState>?> LoadAgent(string id, CancellationToken stop);

    /// <summary>Everyone in line and every agent, as one consistent reading.</summary>
    Task<StoredFloor> LoadFloor(CancellationToken stop);

    /// <summary>Open commands, the oldest of each lane (a caller) only, crisis dials first, then by age.</summary>
    Task<ImmutableArray<StoredCommand>> OpenCommands(int most, CancellationToken stop);

    /// <summary>Timers due at or before a time, oldest first.</summary>
    Task<ImmutableArray<StoredDue>> DueBefore(DateTimeOffset now, int most, CancellationToken stop);

    /// <summary>The earliest open timer; null if none.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken stop);

    /// <summary>A call's facts in order, with the private part where its key still exists.</summary>
    Task<ImmutableArray<StoredFact>> Facts(string sid, CancellationToken stop);

    /// <summary>The newest calls, newest first.</summary>
    Task<ImmutableArray<CallSummary>> Calls(int most, CancellationToken stop);

    /// <summary>SIDs of calls, oldest first, page by page: those after a call, or from the first; none after a call that is not known.</summary>
    Task<ImmutableArray<string>> CallsAfter(string? sid, int most, CancellationToken stop);

    /// <summary>Snapshots of the calls that began at or after a time and before another, oldest first.</summary>
    Task<ImmutableArray<string>> Snapshots(DateTimeOffset from, DateTimeOffset until, CancellationToken stop);

    /// <summary>SIDs of calls that can be found by a number (<see cref="CallWrite.Number"/>) since a time, newest first; none that was forgotten.</summary>
    Task<ImmutableArray<string>> CallsFrom(string number, DateTimeOffset since, CancellationToken stop);

    /// <summary>
    /// Drops a call's key, and with it the numbers, keys and words of all its facts so far; the facts stay. False if it had none.
    /// Private parts that come later (the call is still live) get a new key.
    /// </summary>
    Task<bool> Forget(string sid, CancellationToken stop);

    /// <summary>SIDs of all calls that have not ended.</summary>
    Task<ImmutableArray<string>> LiveCalls(CancellationToken stop);

    /// <summary>What became of an agent between two times, oldest first; the state at the first time leads.</summary>
    Task<ImmutableArray<AgentFact>> AgentFacts(DateTimeOffset from, DateTimeOffset until, CancellationToken stop);

    /// <summary>As <see cref="AgentFacts"/>, of one agent.</summary>
    Task<ImmutableArray<AgentFact>> FactsOfAgent(string agent, DateTimeOffset from, DateTimeOffset until, CancellationToken stop);

    /// <summary>Keeps the files of a flow revision, so that calls that began with it can end with it. Idempotent.</summary>
    Task SaveRevision(string revision, ImmutableDictionary<string, string> files, CancellationToken stop);

    /// <summary>The files of a revision; null if not kept.</summary>
    Task<ImmutableDictionary<string, string>?> LoadRevision(string revision, CancellationToken stop);

    /// <summary>Throws when the store cannot be read and written now.</summary>
    Task Probe(CancellationToken stop);
}
