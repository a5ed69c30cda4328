using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>What a supervisor sees: the own region's people and callers, and how many wait elsewhere.</summary>
/// <param name="Region">The supervisor's region.</param>
/// <param name="Agents">The partner's agents, by id.</param>
/// <param name="Callers">Callers of the region, in the order in which they are served, then those who are with somebody.</param>
/// <param name="Queues">Those who wait, by region; <c>unknown</c> where the region is not known.</param>
public sealed record SupervisorFloor(
    string Region, ImmutableArray<SupervisedAgent> Agents, ImmutableArray<SupervisedCaller> Callers, ImmutableSortedDictionary<string, DeskQueue> Queues)
{
    internal static SupervisorFloor Tell(StoredFloor floor, string region, IEnumerable<string> regions, MatchRules rules, DateTimeOffset now)
    {
        var served = Standing.Order(floor.Entries, rules.UrgentAhead).ToList();
        var agents = floor.Agents.Select(a => a.State).Where(a => a.Region == region).OrderBy(a => a.Id, StringComparer.Ordinal);
        var callers = served.Concat(floor.Entries.Except(served).OrderBy(e => e.ArrivedAt)).Where(e => e.Region == region);
        return new SupervisorFloor(
            region,
            [.. agents.Select(a => new SupervisedAgent(a.Id, a.Phase, a.AwayReason, a.Since, a.Version, a.CrisisTrained, a.Phase is AgentPhase.Joining or AgentPhase.Talking ? a.Call : null))],
            [.. callers.Select(e => new SupervisedCaller(e.Call, e.Phase, e.Priority, e.Language, Math.Max(0, (int)(now - e.ArrivedAt).TotalSeconds)))],
            regions.Append("unknown").ToImmutableSortedDictionary(r => r, r => Desks.QueueOf(floor.Entries.Where(e => (e.Region ?? "unknown") == r), now), StringComparer.Ordinal));
    }
}

/// <summary>An agent of the partner.</summary>
/// <param name="Id">Agent id.</param>
/// <param name="State">As in <see cref="DeskView"/>.</param>
/// <param name="Reason">Why away.</param>
/// <param name="Since">Since when in this state.</param>
/// <param name="Version">What commands name.</param>
/// <param name="Crisis">Trained for crisis calls.</param>
/// <param name="Call">CallSid of the caller whom the agent accepted.</param>
public sealed record SupervisedAgent(string Id, AgentPhase State, string? Reason, DateTimeOffset Since, int Version, bool Crisis, string? Call);

/// <summary>A caller of the region.</summary>
/// <param name="Call">CallSid.</param>
/// <param name="Phase">parking, waiting, connecting, talking.</param>
/// <param name="Priority">general, urgent, crisis.</param>
/// <param name="Language">Id; null while unknown.</param>
/// <param name="Waited">Seconds since they came in line.</param>
public sealed record SupervisedCaller(string Call, CallerPhase Phase, Priority Priority, string? Language, int Waited);
