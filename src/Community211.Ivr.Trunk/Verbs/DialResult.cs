using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>DialCallStatus and, unless a room was dialled, the leg; seconds only when it was bridged.</summary>
internal sealed record DialResult(string Status, string? Sid = null, int? Seconds = null, Recording? Recording = null);
