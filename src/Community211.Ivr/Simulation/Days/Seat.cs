using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>A place at a desk, and in which hours somebody sits there.</summary>
/// <param name="Agent">Who, as long as it lasts.</param>
/// <param name="OnDuty">For each hour from midnight; 24.</param>
public sealed record Seat(AgentState Agent, ImmutableArray<bool> OnDuty);
