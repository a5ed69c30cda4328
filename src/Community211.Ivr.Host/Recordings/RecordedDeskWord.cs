using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Recordings;

/// <summary>What an agent said at the desk about this call.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Agent id.</param>
/// <param name="Word">accept, decline or end.</param>
/// <param name="Offer">The offer that it is about; null for end.</param>
public sealed record RecordedDeskWord(DateTimeOffset At, string Agent, string Word, string? Offer)
{
    /// <summary>Null for events that are no word of an agent.</summary>
    internal static RecordedDeskWord? Of(StoredFact fact, CallEvent happened) => happened switch
    {
        OfferAccepted accepted => new RecordedDeskWord(fact.At, accepted.Agent, "accept", accepted.Offer),
        OfferDeclined declined => new RecordedDeskWord(fact.At, declined.Agent, "decline", declined.Offer),
        AgentEnded ended => new RecordedDeskWord(fact.At, ended.Agent, "end", null),
        _ => null,
    };

    /// <summary>The event again.</summary>
    internal CallEvent Event() => Word switch
    {
        "accept" => new OfferAccepted(Offer ?? "", Agent),
        "decline" => new OfferDeclined(Offer ?? "", Agent),
        _ => new AgentEnded(Agent),
    };
}
