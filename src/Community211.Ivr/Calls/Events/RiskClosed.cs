using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Calls.Events;

/// <summary>How a case of imminent risk ended.</summary>
/// <param name="By">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="How">Confirmed, not reached or stood down: there is no other end.</param>
/// <param name="Why">In their words.</param>
public sealed record RiskClosed(string By, RiskStep How, string Why) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.State.Risk is not { } open)
        {
            unit.Refuse();
            return;
        }
        unit.State = unit.State with { Risk = null };
        unit.Note(new RiskNote(unit.Now, unit.State.Sid, open.Regions, By, How, Why), AlertKind.RiskClosed);
    }
}
