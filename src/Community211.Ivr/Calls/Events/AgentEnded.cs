namespace Community211.Ivr.Calls.Events;

/// <summary>An agent says, at the desk, that the talk is over: the caller goes on to where the line leads afterwards.</summary>
/// <param name="Agent">Who says so; others' words do nothing.</param>
public sealed record AgentEnded(string Agent) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Connection is { Contact: false } connection && connection.To == Agent && unit.HaveMet)
            unit.EndTalk(connection);
        else if (unit.State.Connection?.Consult is { Contact: false, Leaving: false } consult && consult.To == Agent)
            unit.DropConsult("ended-at-desk");
        else
            unit.Refuse();
    }
}
