namespace Community211.Ivr.Trunk.Calls;

/// <summary>How a recording was asked for.</summary>
/// <param name="Source">RecordVerb, DialVerb, Conference, OutboundAPI or StartCallRecordingAPI.</param>
internal sealed record RecordingOrder(string Source)
{
    /// <summary>1, or 2 where each side has a channel of its own.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>inbound, outbound or both. Default both.</summary>
    public string Track { get; init; } = "both";

    /// <summary>Silence at both ends is cut off; of a talk between people there is none here.</summary>
    public bool Trim { get; init; }

    public string? ConferenceSid { get; init; }

    /// <summary>Where its progress is reported: in-progress, completed (default) and absent.</summary>
    public Callbacks Callbacks { get; init; } = Callbacks.None;
}
