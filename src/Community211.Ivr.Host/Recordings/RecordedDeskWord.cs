using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Recordings;

/// <summary>What an agent said at the desk about this call.</summary>
/// <param name="At">When.</param>
/// <param name="Agent">Agent id.</param>
/// <param name="Word">accept, decline, end or triage.</param>
/// <param name="Offer">The offer that it is about; null for end and triage.</param>
public sealed record RecordedDeskWord(DateTimeOffset At, string Agent, string Word, string? Offer)
{
    /// <summary>What a triage says; null for other words.</summary>
    public RecordedTriage? Triage { get; init; }

    /// <summary>Null for events that are no word of an agent.</summary>
    internal static RecordedDeskWord? Of(StoredFact fact, CallEvent happened) => happened switch
    {
        OfferAccepted accepted => new RecordedDeskWord(fact.At, accepted.Agent, "accept", accepted.Offer),
        OfferDeclined declined => new RecordedDeskWord(fact.At, declined.Agent, "decline", declined.Offer),
        AgentEnded ended => new RecordedDeskWord(fact.At, ended.Agent, "end", null),
        Triaged triaged => new RecordedDeskWord(fact.At, triaged.Agent, "triage", null) { Triage = new RecordedTriage(triaged.Priority, triaged.Language, triaged.Region) },
        _ => null,
    };

    /// <summary>The event again.</summary>
    internal CallEvent Event() => Word switch
    {
        "accept" => new OfferAccepted(Offer ?? "", Agent),
        "decline" => new OfferDeclined(Offer ?? "", Agent),
        "triage" => new Triaged(Agent, Triage?.Priority, Triage?.Language, Triage?.Region, null),
        _ => new AgentEnded(Agent),
    };
}

/// <summary>What an agent said of the caller at hand; what is null stayed as it was.</summary>
public sealed record RecordedTriage(Priority? Priority, string? Language, string? Region);
