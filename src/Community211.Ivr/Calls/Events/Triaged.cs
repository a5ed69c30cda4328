using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The agent who talks, or talked, with the caller says how urgent it is, in which language and from where.</summary>
/// <param name="Agent">Who says so; the word of those who never talked with the caller does nothing.</param>
/// <param name="Priority">Null: as it is.</param>
/// <param name="Language">Id; null: as it is.</param>
/// <param name="Region">Id; null: as it is.</param>
/// <param name="Why">In the agent's words; null: not said.</param>
/// <param name="Escalates">Supervisors are told.</param>
public sealed record Triaged(string Agent, Priority? Priority, string? Language, string? Region, string? Why, bool Escalates = false) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.IsWith(Agent) || unit.LastTalkOf(Agent) is not null)
            unit.Triage(this);
        else
            unit.Refuse();
    }
}
