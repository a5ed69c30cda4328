using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Dial's own attributes. Timeout 30 s (5 to 600), time limit 14400 s.</summary>
internal sealed record DialOptions(string? Action, string Method, int Timeout, int TimeLimit, string? CallerId, bool Sequential)
{
    /// <summary>The caller's * ends the other side's leg. Default false.</summary>
    public bool HangupOnStar { get; init; }

    /// <summary>The caller's call is answered only once the other side is. Default false.</summary>
    public bool AnswerOnBridge { get; init; }

    /// <summary>Null: not recorded.</summary>
    public RecordingOrder? Recording { get; init; }

    /// <summary>Recorded from the first ring on, rather than from the answer.</summary>
    public bool FromRinging { get; init; }
}
