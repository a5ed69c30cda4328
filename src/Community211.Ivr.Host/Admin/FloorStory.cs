using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Admin;

/// <summary>Who may answer and who waits, at one moment. Nothing private.</summary>
/// <param name="Agents">By id.</param>
/// <param name="Callers">In the order in which they are served, then those who are not being offered.</param>
public sealed record FloorStory(ImmutableArray<FloorAgent> Agents, ImmutableArray<FloorCaller> Callers)
{
    public static FloorStory Tell(StoredFloor floor, MatchRules rules)
    {
        var served = Standing.Order(floor.Entries, rules.UrgentAhead).ToList();
        return new FloorStory(
            [.. floor.Agents.Select(a => a.State).OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => new FloorAgent(a.Id, a.Phase, a.Since))],
            [
                .. served.Concat(floor.Entries.Except(served).OrderBy(e => e.ArrivedAt))
                    .Select(e => new FloorCaller(e.Call, e.Phase, e.Priority, e.ArrivedAt)),
            ]);
    }
}

/// <summary>One agent.</summary>
/// <param name="Id">Id of places.yaml.</param>
/// <param name="Phase">off, available, away, offered, joining, talking, wrap-up.</param>
/// <param name="Since">Since when in this phase.</param>
public sealed record FloorAgent(string Id, AgentPhase Phase, DateTimeOffset Since);

/// <summary>One caller in line, being connected, or talking.</summary>
/// <param name="Call">CallSid.</param>
/// <param name="Phase">parking, waiting, connecting, talking.</param>
/// <param name="Priority">general, urgent or crisis.</param>
/// <param name="ArrivedAt">Arrival in line.</param>
public sealed record FloorCaller(string Call, CallerPhase Phase, Priority Priority, DateTimeOffset ArrivedAt);
