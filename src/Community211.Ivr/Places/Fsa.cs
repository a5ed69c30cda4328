namespace Community211.Ivr.Places;

/// <summary>A forward sortation area: the first three characters of a postal code.</summary>
/// <param name="Code">For instance <c>M5V</c>.</param>
/// <param name="Region">Region id where most of its people live.</param>
/// <param name="Division">Code of the census division, within that region, where most of them live, for instance <c>3520</c>.</param>
/// <param name="Place">A place name that can be spoken.</param>
/// <param name="Also">Second region id when it straddles two, else null.</param>
public sealed record Fsa(string Code, string Region, string Division, string Place, string? Also);
