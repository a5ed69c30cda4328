using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>The carrier's side of the sweep.</summary>
/// <param name="Calls">Live calls: CallSid to status.</param>
/// <param name="Members">Who waits in the carrier's queues.</param>
/// <param name="Rooms">Who is in which room: room name to CallSids.</param>
public sealed record CarrierView(
    ImmutableDictionary<string, CarrierCall> Calls,
    ImmutableArray<CarrierMember> Members,
    ImmutableDictionary<string, ImmutableArray<string>> Rooms);

/// <summary>A live call at the carrier.</summary>
/// <param name="Sid">CallSid.</param>
/// <param name="Status">queued, ringing or in-progress.</param>
/// <param name="Inbound">A caller's own leg; otherwise one that we dialled.</param>
/// <param name="From">As the carrier gives it.</param>
/// <param name="To">As the carrier gives it.</param>
/// <param name="Started">When the carrier made the call; null if it does not say.</param>
/// <param name="Parent">CallSid of the caller whose document rang this line; null for other calls.</param>
public sealed record CarrierCall(string Sid, string Status, bool Inbound, string From, string To, DateTimeOffset? Started, string? Parent = null);

/// <summary>A caller in one of the carrier's queues.</summary>
public sealed record CarrierMember(string Call, string QueueSid, string Queue, DateTimeOffset? Enqueued);
