using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Carrier;

/// <summary>A webhook as the core understands it.</summary>
/// <param name="Call">CallSid of the caller that it is about, also when another leg sent it.</param>
/// <param name="Event">What happened; what is private stands in its private part.</param>
/// <param name="AccountSid">The carrier's account that sent it, to be compared with ours; empty if it did not say.</param>
/// <param name="To">The number that the sending leg was dialled with; empty if it did not say.</param>
public sealed record Webhook(string Call, CallEvent Event, string AccountSid, string To);
