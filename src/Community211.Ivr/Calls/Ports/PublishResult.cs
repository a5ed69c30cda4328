namespace Community211.Ivr.Calls.Ports;

/// <summary>What became of a publication.</summary>
/// <param name="Published">Whether it is live now; if not, somebody else was first and nothing changed.</param>
/// <param name="Live">The publication that is live now; null when none is.</param>
public sealed record PublishResult(bool Published, Publication? Live);
