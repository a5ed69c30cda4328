namespace Community211.Ivr.Calls.Ports;

/// <summary>A revision that went live. Publications are counted and never change; the one with the highest number is live.</summary>
/// <param name="Number">1, 2, 3 and so on.</param>
/// <param name="Revision">What went live.</param>
/// <param name="At">Since when.</param>
/// <param name="Who">Who published it.</param>
/// <param name="Note">Why, in their words; empty if they gave none.</param>
/// <param name="Git">The commit of the folder that it came from, with <c>+changes</c> when the folder had others; null if not known.</param>
/// <param name="Replaced">The revision that was live before; null for the first.</param>
public sealed record Publication(int Number, string Revision, DateTimeOffset At, string Who, string Note, string? Git, string? Replaced);
