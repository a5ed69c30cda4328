using System.Text.Json.Serialization;

namespace Community211.Ivr.Calls.Ports;

/// <summary>A request to the carrier on behalf of one caller.</summary>
/// <param name="Call">CallSid of the caller; the lane in which requests are carried out in order.</param>
[JsonDerivedType(typeof(DialAgent), "dial-agent")]
[JsonDerivedType(typeof(FindLeg), "find-leg")]
[JsonDerivedType(typeof(Dequeue), "dequeue")]
[JsonDerivedType(typeof(HangUpLeg), "hang-up-leg")]
[JsonDerivedType(typeof(ResumeCaller), "resume-caller")]
[JsonDerivedType(typeof(RecallLeg), "recall-leg")]
[JsonDerivedType(typeof(HoldCaller), "hold-caller")]
[JsonDerivedType(typeof(SetExit), "set-exit")]
[JsonDerivedType(typeof(LookUpCall), "look-up-call")]
[JsonDerivedType(typeof(LookUpRoom), "look-up-room")]
public abstract record CarrierRequest(string Call);

/// <summary>Rings an agent or a contact with an offer.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="Offer">Random id of the offer.</param>
/// <param name="Number">Who is rung, E.164.</param>
/// <param name="From">Our number that the caller dialled, E.164.</param>
/// <param name="RingSeconds">5 to 600.</param>
/// <param name="Crisis">In crisis an unknown outcome is repeated at once.</param>
public sealed record DialAgent(string Call, string Offer, string Number, string From, int RingSeconds, bool Crisis) : CarrierRequest(Call);

/// <summary>Looks for the leg of a dial whose outcome is unknown.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="Number">Who was rung, E.164.</param>
/// <param name="From">Our number, E.164.</param>
/// <param name="Since">When the dial was first sent.</param>
/// <param name="Offer">The offer that it was for.</param>
public sealed record FindLeg(string Call, string Number, string From, DateTimeOffset Since, string Offer = "") : CarrierRequest(Call);

/// <summary>Takes the caller out of the carrier's queue into the room of this epoch. Succeeds only once.</summary>
public sealed record Dequeue(string Call, string QueueSid, int Epoch) : CarrierRequest(Call);

/// <summary>Ends a leg, ringing or talking.</summary>
public sealed record HangUpLeg(string Call, string Leg) : CarrierRequest(Call);

/// <summary>Tears the caller out of wherever they are and asks <c>/voice/resume</c> for the current document.</summary>
public sealed record ResumeCaller(string Call) : CarrierRequest(Call);

/// <summary>Tears an agent's leg out of the whisper: the offer was accepted at the desk, and the leg asks for its room.</summary>
public sealed record RecallLeg(string Call, string Leg, string Offer) : CarrierRequest(Call);

/// <summary>Puts the caller on hold in the room, or takes them off it.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="Room">Name of the room.</param>
/// <param name="Held">On hold or not.</param>
public sealed record HoldCaller(string Call, string Room, bool Held) : CarrierRequest(Call);

/// <summary>Says whether the room is over for all when a leg leaves it.</summary>
/// <param name="Call">CallSid of the caller.</param>
/// <param name="Room">Name of the room.</param>
/// <param name="Leg">CallSid of the leg.</param>
/// <param name="Ends">Whether it is.</param>
public sealed record SetExit(string Call, string Room, string Leg, bool Ends) : CarrierRequest(Call);

/// <summary>Asks whether the caller's call is still there, and whether it waits in a queue.</summary>
public sealed record LookUpCall(string Call, string? QueueSid) : CarrierRequest(Call);

/// <summary>Asks who is in a room.</summary>
public sealed record LookUpRoom(string Call, string Room) : CarrierRequest(Call);
