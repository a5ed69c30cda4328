using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The matcher offers the caller to an agent or a contact.</summary>
/// <param name="Offer">Random id.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Number">Who is rung; agents' and contacts' numbers are configuration.</param>
public sealed record OfferMade(string Offer, string To, bool Contact, string Number) : CallEvent
{
    /// <summary>Number of the stored decision that made it; null when it was not kept.</summary>
    public long? Decision { get; init; }

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        var free = Contact || unit.Folding || unit.Agent(To) is { Phase: AgentPhase.Available };
        if (state.Phase != CallerPhase.Waiting || !free)
        {
            unit.Refuse();
            return;
        }
        unit.State = state with { Offers = state.Offers.Add(new OpenOffer(Offer, To, Contact, null, unit.Now)) };
        if (!Contact && unit.Agent(To) is { } agent)
            unit.SetAgent(agent with { Phase = AgentPhase.Offered, Since = unit.Now, Offer = Offer, Call = state.Sid });
        if (Contact && state.Flow.Priority == Priority.Crisis && !state.Tried.Contains(To))
            unit.TellOfCrisis(AlertKind.CrisisBackupRung, To);
        unit.Dial(unit.Offer(Offer)!, Number);
        unit.At(unit.Now + unit.Rules.Ring + CallRules.WhisperTime, new TimerFired(TimerKind.Offer, Offer, null));
    }
}
