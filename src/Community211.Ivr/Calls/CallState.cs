using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Calls;

/// <summary>The snapshot that decides a live call. Nothing private. Folding the call's facts gives the same snapshot.</summary>
public sealed record CallState
{
    public required string Sid { get; init; }

    /// <summary>The flow revision that the call began with and ends with.</summary>
    public required string Revision { get; init; }

    /// <summary>Our number that was dialled, E.164.</summary>
    public required string To { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public CallerPhase Phase { get; init; }

    /// <summary>Raised by each step of the caller; every URL carries the turn that it expects.</summary>
    public int Turn { get; init; }

    public FlowState Flow { get; init; } = new();

    /// <summary>The carrier's queue that the caller waits in; null before the first wait page.</summary>
    public string? QueueSid { get; init; }

    /// <summary>When the last wait page was asked for.</summary>
    public DateTimeOffset PageAt { get; init; }

    /// <summary>Seconds that it lasts.</summary>
    public int PageSeconds { get; init; }

    /// <summary>When the carrier was asked whether the caller is still there; null once it said so, or a wait page was asked for.</summary>
    public DateTimeOffset? ProbedAt { get; init; }

    /// <summary>The turn from which the caller is told to enter the line; whoever left it at an earlier turn has left it before.</summary>
    public int LineTurn { get; init; }

    /// <summary>When the caller was last told to enter the line.</summary>
    public DateTimeOffset ParkedAt { get; init; }

    /// <summary>An agent was lost: before the others of the same priority.</summary>
    public bool AtHead { get; init; }

    /// <summary>When an agent was expected to answer, as the caller was first told; null while nothing was told.</summary>
    public DateTimeOffset? Foreseen { get; init; }

    /// <summary>How often in a row the carrier could not keep the caller in its queue.</summary>
    public int LineErrors { get; init; }

    public ImmutableArray<OpenOffer> Offers { get; init; } = [];

    /// <summary>Agents and contacts offered in vain, newest last.</summary>
    public ImmutableArray<string> Tried { get; init; } = [];

    public DateTimeOffset? ContactsNotBefore { get; init; }

    /// <summary>Counts the offers that were accepted.</summary>
    public int Epoch { get; init; }

    /// <summary>The accepted offer while Connecting or Talking; null otherwise.</summary>
    public Connection? Connection { get; init; }

    /// <summary>Agent or contact who talked with the caller last; null if nobody did.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>With whom the caller talked, in order.</summary>
    public ImmutableArray<Talk> Talks { get; init; } = [];

    /// <summary>Agent who is offered this caller before all others, if free; null: nobody in particular.</summary>
    public string? FirstTo { get; init; }

    /// <summary>How often an agent left the caller to somebody who was called in, or passed the caller on to another partner.</summary>
    public int Transfers { get; init; }

    /// <summary>How often an agent passed the caller on to another partner: the region was another one than thought.</summary>
    public int Corrections { get; init; }

    /// <summary>On the way to another partner's queue, where an agent passed the caller on to.</summary>
    public bool PassedOn { get; init; }

    /// <summary>What agents noted, one note of each.</summary>
    public ImmutableArray<WrapUp> WrapUps { get; init; } = [];

    /// <summary>How urgent the call was before an agent said otherwise; null while none did.</summary>
    public Priority? ChosenPriority { get; init; }

    /// <summary>The case of imminent risk that is open; null when none is.</summary>
    public OpenRisk? Risk { get; init; }

    /// <summary>When supervisors were told that nobody is free for this caller in crisis; null while they were not.</summary>
    public DateTimeOffset? CrisisToldAt { get; init; }

    /// <summary>How many ten-digit lines were rung outside our floor.</summary>
    public int OutsideTries { get; init; }

    /// <summary>When the fallback was last asked for.</summary>
    public DateTimeOffset? FallbackAt { get; init; }

    /// <summary>The call that is owed to the caller, who is on no line; null: none.</summary>
    public Callback? Callback { get; init; }

    /// <summary>What became of a callback; null while none was booked, or it is still owed.</summary>
    public CallbackOutcome? CallbackOutcome { get; init; }

    /// <summary>CallSid of the leg on which the caller was called back, once they said that it is them; null: they are on the call's own.</summary>
    public string? CallerLeg { get; init; }

    public EndedBy? EndedBy { get; init; }

    /// <summary>When we knew that it was over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>CallSid of the leg that the caller is on, or was.</summary>
    [JsonIgnore]
    public string OnLeg => CallerLeg ?? Sid;

    /// <summary>Whether the caller is on this leg now; whoever is to be called back is on none.</summary>
    /// <param name="leg">As in <see cref="Events.CallEvent.OnLeg"/>.</param>
    public bool IsOn(string? leg) => Callback is null && CallerLeg == leg;
}

/// <summary>Two people being brought together, or talking.</summary>
/// <param name="Epoch">Counts the connections of the call; names the room.</param>
/// <param name="Offer">Id of the accepted offer.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Leg">CallSid of the agent's leg.</param>
/// <param name="Room">Random name of the room.</param>
/// <param name="AgentIn">The agent's leg is in the room.</param>
/// <param name="CallerIn">The caller is in the room.</param>
/// <param name="CallerCame">The caller left the queue and asked for the room.</param>
/// <param name="Dequeues">How often the carrier was asked to take the caller out of the queue.</param>
/// <param name="RoomLooks">How often the room was looked into.</param>
/// <param name="AgentLeft">The agent's leg left the room, or is over; a join that is told afterwards is old.</param>
/// <param name="Torn">The carrier was asked to tear the caller out of the room.</param>
/// <param name="AloneUntil">When a caller who is alone in the room is torn out; null while nobody is alone.</param>
/// <param name="Held">The agent wants the caller on hold: neither hears the other.</param>
/// <param name="Consult">Who was called in and took it; null while nobody is.</param>
/// <param name="Changes">How often the carrier was asked to change something in the room.</param>
public sealed record Connection(
    int Epoch,
    string Offer,
    string To,
    bool Contact,
    string Leg,
    string Room,
    bool AgentIn = false,
    bool CallerIn = false,
    bool CallerCame = false,
    int Dequeues = 0,
    int RoomLooks = 0,
    bool AgentLeft = false,
    bool Torn = false,
    DateTimeOffset? AloneUntil = null,
    bool Held = false,
    Consult? Consult = null,
    int Changes = 0);

/// <summary>Somebody whom the agent called in during the talk, into the same room.</summary>
/// <param name="Offer">Id of the offer that was accepted.</param>
/// <param name="To">Agent id, or a contact's name.</param>
/// <param name="Contact">Whether it is a contact.</param>
/// <param name="Leg">CallSid of their leg.</param>
/// <param name="In">The leg is in the room.</param>
/// <param name="Leaving">The agent leaves the caller to them; the carrier is being told whose leaving ends the room.</param>
public sealed record Consult(string Offer, string To, bool Contact, string Leg, bool In = false, bool Leaving = false);

/// <summary>Who ended a call.</summary>
public enum EndedBy
{
    Caller,

    /// <summary>We hung up, after a goodbye.</summary>
    Service,

    /// <summary>The carrier no longer knows the call, and we were not told.</summary>
    Unknown,
}
