using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>An agent calls somebody in during a talk: the caller is on hold until they are joined, or the attempt is over.</summary>
/// <param name="Agent">Who calls in; others' words do nothing.</param>
/// <param name="Offer">Random id.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Number">Who is rung; agents' and contacts' numbers are configuration.</param>
/// <param name="Unscreened">Nobody can press a key there: whoever answers is in the room at once, where the agent hears who it is.</param>
public sealed record CalledIn(string Agent, string Offer, string To, bool Contact, string Number, bool Unscreened) : CallEvent
{
    internal override void Apply(CallUnit unit)
    {
        var free = Contact || unit.Folding || unit.Agent(To) is { Phase: AgentPhase.Available };
        if (unit.TalksWith(Agent) is not { Consult: null } || !unit.State.Offers.IsEmpty || !free)
            unit.Refuse();
        else
            unit.CallIn(new OpenOffer(Offer, To, Contact, null, unit.Now, Accepted: Unscreened, Consult: true), Number);
    }
}
