using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Calls.Events;

/// <summary>Somebody's life is in danger: a case that is open until somebody says how it ended.</summary>
/// <param name="By">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="Why">In their words.</param>
/// <param name="Regions">Whose supervisors it is for.</param>
public sealed record RiskOpened(string By, string Why, ImmutableArray<string> Regions) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Risk is not null)
        {
            unit.Refuse();
            return;
        }
        unit.State = unit.State with { Risk = new OpenRisk(By, unit.Now, Regions) };
        unit.Note(new RiskNote(unit.Now, unit.State.Sid, Regions, By, RiskStep.Opened, Why), AlertKind.ImminentRisk);
    }
}
