namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>One thing that happens; <paramref name="Which"/> and <paramref name="How"/> choose among what is there.</summary>
internal sealed record Step(StepKind Kind, int Which, int How)
{
    public override string ToString() => $"{Kind} {Which} {How}";
}

internal enum StepKind
{
    Arrive,
    Deliver,
    DeliverBetween,
    DeliverTwice,
    Again,
    Lose,
    Key,
    HangUp,
    Agent,
    DeskAccept,
    DeskDecline,
    DeskEnd,
    DeskTransfer,
    Lanes,
    CarryOut,
    Reply,
    Pass,
    Timers,
    Match,
    Sweep,
    Crash,
    LineAnswers,
    Calm,
}
