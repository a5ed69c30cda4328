namespace Community211.Ivr.Host.Staff;

/// <summary>What an agent, or a supervisor for one, wants to be set to.</summary>
/// <param name="Version">The version that the desk shows: 409 when the state has changed since.</param>
/// <param name="Reason">Why away: a word or a few, at most 40 characters.</param>
public sealed record DeskOrder(int? Version, string? Reason);
