namespace Community211.Ivr.Places;

/// <summary>A town as the numbering plan's geocoder names it.</summary>
/// <param name="Region">Region id.</param>
/// <param name="Division">Code of its census division, for instance <c>3520</c>.</param>
public sealed record Town(string Region, string Division);
