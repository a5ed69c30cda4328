using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>What an agent wants to be set to, by their own word or a supervisor's. Pure.</summary>
/// <param name="Order">What.</param>
/// <param name="By">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="Reason">Why, when away; null otherwise.</param>
public sealed record AgentWish(AgentOrder Order, string By, string? Reason = null)
{
    /// <summary>The agent afterwards, the same one where nothing changes; null when it cannot be.</summary>
    /// <param name="agent">The agent now.</param>
    /// <param name="now">When.</param>
    /// <param name="whyNot">A sentence that says what to do instead; null when it can be.</param>
    public AgentState? Apply(AgentState agent, DateTimeOffset now, out string? whyNot)
    {
        whyNot = WhyNot(agent.Phase);
        if (whyNot is not null)
            return null;
        return (Order, agent.Phase) switch
        {
            (AgentOrder.SignIn, not AgentPhase.Off) or (AgentOrder.Available, AgentPhase.Available) => agent,
            (AgentOrder.SignOut, AgentPhase.Off) when agent.By is not null => agent,
            (AgentOrder.SignOut, _) => Set(agent, AgentPhase.Off, now),
            (AgentOrder.Away, _) => Set(agent, AgentPhase.Away, now) with { AwayReason = Reason },
            _ => Set(agent, AgentPhase.Available, now) with { IdleSince = now },
        };
    }

    private AgentState Set(AgentState agent, AgentPhase phase, DateTimeOffset now) =>
        agent with { Phase = phase, Since = now, NotBefore = null, By = By, AwayReason = null, Version = agent.Version + 1 };

    private string? WhyNot(AgentPhase phase) => (Order, phase) switch
    {
        (AgentOrder.SignIn, _) => null,
        (_, AgentPhase.Offered) => "A caller is being offered: accept or decline the offer first.",
        (_, AgentPhase.Joining or AgentPhase.Talking) => "End the call first.",
        (AgentOrder.SignOut, _) => null,
        (_, AgentPhase.Off) => "Sign in first.",
        (AgentOrder.WrapUpDone, not AgentPhase.WrapUp) => "There is no wrap-up to end.",
        _ => null,
    };
}

/// <summary>What an agent may be set to.</summary>
public enum AgentOrder
{
    SignIn,
    SignOut,
    Away,
    Available,

    /// <summary>Available before the wrap-up time is over.</summary>
    WrapUpDone,
}
