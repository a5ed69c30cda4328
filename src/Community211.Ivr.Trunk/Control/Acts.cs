using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.People;

namespace Community211.Ivr.Trunk.Control;

/// <summary>What somebody outside does on a live leg.</summary>
internal static class Acts
{
    public static void Do(Leg leg, ActRequest act)
    {
        if (leg.IsOver)
            throw new BadInput($"Call {leg.Sid} has ended: place another one.", 409);
        if (!act.IsOneThing || act.Say?.Trim().Length == 0 || (act.Press is { } pressed && !new ScriptItem(pressed).IsValid))
            throw new BadInput("One of {\"press\":\"keys\"}, {\"say\":\"words\"}, {\"hangUp\":true}, {\"answer\":true} and {\"reject\":true} is needed.");
        if (act.Press is { } keys)
            keys.ToList().ForEach(key => Fingers.Press(leg, key));
        else if (act.Say is { } words)
            Fingers.Say(leg, words);
        else if (act.HangUp)
            leg.Interrupt(new EndInterruption(LegStatus.Completed, leg.Direction == LegDirection.Inbound ? EndedBy.Caller : EndedBy.Agent));
        else
            Ringing(leg).Interrupt(act.Answer ? new AnswerInterruption() : new EndInterruption(LegStatus.Busy, EndedBy.Agent));
    }

    private static Leg Ringing(Leg leg)
    {
        if (!leg.Person.ByHand || leg.Direction == LegDirection.Inbound)
            throw new BadInput($"Call {leg.Sid} is not answered by hand: PUT /sim/people/{leg.To} with {{\"answer\":\"phone\"}} before it is dialled.", 409);
        return leg is { Status: LegStatus.Ringing, Pending: null } ? leg : throw new BadInput($"Call {leg.Sid} does not ring any more: somebody answered it.", 409);
    }
}
