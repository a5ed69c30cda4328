using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>What became of an agent's word.</summary>
/// <param name="Outcome">See there.</param>
/// <param name="Agent">The agent now; null when not on the floor.</param>
/// <param name="WhyNot">A sentence; null when it was done.</param>
public sealed record DeskAnswer(DeskOutcome Outcome, AgentState? Agent, string? WhyNot = null);

/// <summary>How an agent's word ended.</summary>
public enum DeskOutcome
{
    Done,

    /// <summary>Decided on a state that has changed since.</summary>
    Stale,

    /// <summary>Impossible in the state that the agent is in.</summary>
    Refused,

    /// <summary>The offer or call is another agent's.</summary>
    AnothersOwn,

    /// <summary>No such agent, offer or call, or no longer.</summary>
    Unknown,
}
