using Community211.Ivr.Places;

namespace Community211.Ivr.Flows.Checks;

/// <summary>A way in: what is dialled, and what the numbering plan says of the caller.</summary>
/// <param name="Name">For people.</param>
/// <param name="Region">The region, or the province.</param>
/// <param name="To">Our number that is dialled, E.164.</param>
/// <param name="Town">The town of the caller's exchange; null if none.</param>
public sealed record Entry(string Name, Region Region, string To, string? Town);
