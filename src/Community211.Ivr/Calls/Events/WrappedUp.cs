using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>An agent notes what a talk was about. The call may be over long since, and stays so.</summary>
/// <param name="Noted">What is noted; an earlier note of the same agent goes.</param>
public sealed record WrappedUp(WrapUp Noted) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        if (unit.LastTalkOf(Noted.Agent) is not { Until: { } until } || unit.Now - until > WrapUp.Longest)
        {
            unit.Refuse();
            return;
        }
        unit.State = unit.State with { WrapUps = [.. unit.State.WrapUps.Where(w => w.Agent != Noted.Agent), Noted] };
        unit.Because(Noted.NoNeed is { } code
            ? [Reason.Of("noted-no-need", ("agent", Noted.Agent), ("code", code))]
            : [.. Noted.Needs.Select(n => n.Why is { } why
                ? Reason.Of("noted-unmet", ("agent", Noted.Agent), ("need", n.Need), ("why", why))
                : Reason.Of("noted-met", ("agent", Noted.Agent), ("need", n.Need)))]);
    }
}
