namespace Community211.Ivr.Queues;

/// <summary>Somebody who was free and was not offered the caller.</summary>
/// <param name="Agent">Agent id.</param>
/// <param name="Because">Why another was.</param>
public sealed record Alternative(string Agent, Reason Because);
