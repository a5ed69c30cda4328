namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>How long a recording plays, or the carrier's code and why it cannot be played.</summary>
internal sealed record MediaFound(TimeSpan Length, int? Code = null, string? Error = null);
