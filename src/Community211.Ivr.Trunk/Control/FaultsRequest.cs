namespace Community211.Ivr.Trunk.Control;

/// <summary>"faults" of POST /sim/calls. Status delay in seconds, default 0.</summary>
internal sealed record FaultsRequest(IReadOnlyList<string>? Duplicate = null, double StatusDelay = 0, bool DuplicateStatus = false);
