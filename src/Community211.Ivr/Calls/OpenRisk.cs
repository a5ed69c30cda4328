using System.Collections.Immutable;

namespace Community211.Ivr.Calls;

/// <summary>A case of imminent risk that nobody has closed.</summary>
/// <param name="By">Agent id, or <c>supervisor</c> and the region.</param>
/// <param name="At">Since when.</param>
/// <param name="Regions">Whose supervisors it is for.</param>
public sealed record OpenRisk(string By, DateTimeOffset At, ImmutableArray<string> Regions);
