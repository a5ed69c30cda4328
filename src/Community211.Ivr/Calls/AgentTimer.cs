using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>An agent's rest is over: wrap-up, or away after an offer that was not taken.</summary>
/// <param name="Version">The agent's version when the rest began; a later one makes this do nothing.</param>
public sealed record AgentTimer(int Version)
{
    /// <summary>An agent has one timer.</summary>
    public static string Key(string agent) => $"agent:{agent}";

    /// <summary>The agent after it; null when it came too late.</summary>
    public AgentState? Apply(AgentState agent, DateTimeOffset now) =>
        agent.Version == Version && agent.Phase is (AgentPhase.WrapUp or AgentPhase.Away)
            ? agent with { Phase = AgentPhase.Available, Since = now, IdleSince = now, NotBefore = null, By = null, AwayReason = null, Version = Version + 1 }
            : null;
}
