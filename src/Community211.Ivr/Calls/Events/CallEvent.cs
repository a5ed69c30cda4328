using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Community211.Ivr.Flows;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>
/// Something that happened to a call: the carrier told us, a timer fell due, the matcher decided. Stored as a fact; what is private
/// stands apart in <see cref="Private"/>.
/// </summary>
[JsonDerivedType(typeof(CallArrived), "call-arrived")]
[JsonDerivedType(typeof(CallerAnswered), "caller-answered")]
[JsonDerivedType(typeof(PageAsked), "page-asked")]
[JsonDerivedType(typeof(LineLeft), "line-left")]
[JsonDerivedType(typeof(ConnectAsked), "connect-asked")]
[JsonDerivedType(typeof(ResumeAsked), "resume-asked")]
[JsonDerivedType(typeof(FallbackAsked), "fallback-asked")]
[JsonDerivedType(typeof(CallerStatus), "caller-status")]
[JsonDerivedType(typeof(LegAsked), "leg-asked")]
[JsonDerivedType(typeof(LegStatus), "leg-status")]
[JsonDerivedType(typeof(RoomChanged), "room-changed")]
[JsonDerivedType(typeof(OfferMade), "offer-made")]
[JsonDerivedType(typeof(OfferAccepted), "offer-accepted")]
[JsonDerivedType(typeof(OfferDeclined), "offer-declined")]
[JsonDerivedType(typeof(AgentEnded), "agent-ended")]
[JsonDerivedType(typeof(CalledIn), "called-in")]
[JsonDerivedType(typeof(TalkChanged), "talk-changed")]
[JsonDerivedType(typeof(CallerPassedOn), "caller-passed-on")]
[JsonDerivedType(typeof(HoldPageAsked), "hold-page-asked")]
[JsonDerivedType(typeof(CommandAnswered), "command-answered")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(Swept), "swept")]
[JsonDerivedType(typeof(ProbeWanted), "probe-wanted")]
[JsonDerivedType(typeof(CrisisUnserved), "crisis-unserved")]
[JsonDerivedType(typeof(Triaged), "triaged")]
[JsonDerivedType(typeof(WrappedUp), "wrapped-up")]
[JsonDerivedType(typeof(RiskOpened), "risk-opened")]
[JsonDerivedType(typeof(RiskClosed), "risk-closed")]
[JsonDerivedType(typeof(DeliveredAgain), "delivered-again")]
public abstract record CallEvent
{
    /// <summary>Numbers, keys, words and the raw request; kept in the vault, null once forgotten.</summary>
    [JsonIgnore]
    public PrivatePart? Private { get; init; }

    /// <summary>Unique in the call for events that the carrier may send twice: route and turn, or SID and sequence number.</summary>
    [JsonIgnore]
    public virtual string? Token => null;

    /// <summary>Agents who are the last of their partner on the floor, or its last crisis agent: they are not set away.</summary>
    public ImmutableArray<string>? LastOnes { get; init; }

    /// <summary>What was so at that moment besides the files and the time; null: nothing out of the ordinary.</summary>
    public Conditions? Conditions { get; init; }

    /// <summary>What was decided and why; stored with the fact.</summary>
    public ImmutableArray<Reason>? Because { get; init; }

    /// <summary>Changes the unit's state and notes what is to be done. Pure: what it looks at is in the event and the unit.</summary>
    internal abstract void Apply(CallUnit unit);
}
