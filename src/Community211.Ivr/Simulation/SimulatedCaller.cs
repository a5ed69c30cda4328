using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation;

/// <summary>Somebody who will come in line.</summary>
/// <param name="Entry">How the matcher sees them; its arrival is when they come.</param>
/// <param name="Talk">How long they talk once answered, with what the agent writes down afterwards.</param>
/// <param name="Patience">How long they wait before they hang up; null: for ever.</param>
public sealed record SimulatedCaller(QueueEntry Entry, TimeSpan Talk, TimeSpan? Patience = null);
