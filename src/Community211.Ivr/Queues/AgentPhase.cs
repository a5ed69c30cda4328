namespace Community211.Ivr.Queues;

/// <summary>What an agent is doing.</summary>
public enum AgentPhase
{
    Off,
    Available,
    Away,
    Offered,
    Joining,
    Talking,
    WrapUp,
}
