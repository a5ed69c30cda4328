namespace Community211.Ivr.Carrier.Explaining;

/// <summary>One thing in which what was signed is not what this service would have signed.</summary>
/// <param name="Code">A name for it that does not change, for instance <c>scheme</c>.</param>
/// <param name="Said">A sentence about it.</param>
/// <param name="Do">What to do; null where the address that was signed says it all.</param>
public sealed record Difference(string Code, string Said, string? Do = null);
