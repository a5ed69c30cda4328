namespace Community211.Ivr.Calls.Events;

/// <summary>An agent passes the caller on to another partner: first in line there, with the original time. Never in a crisis.</summary>
/// <param name="Agent">Who says so; others' words do nothing.</param>
/// <param name="Region">Id of the partner's region.</param>
public sealed record CallerPassedOn(string Agent, string Region) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.TalksWith(Agent) is { } connection && unit.MayPassOn(Region))
            unit.PassOn(connection, Region);
        else
            unit.Refuse();
    }
}
