using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>What became of a caller.</summary>
public sealed record DayOutcome
{
    public required DayCaller Caller { get; init; }

    public required DayEnd End { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How urgent the service knew them to be.</summary>
    public required Priority Priority { get; init; }

    /// <summary>Region id that the service took for theirs; null: it did not know.</summary>
    public string? Region { get; init; }

    /// <summary>When they came in line; null: never.</summary>
    public DateTimeOffset? InLineAt { get; init; }

    /// <summary>When the service knew of the crisis; null: never.</summary>
    public DateTimeOffset? CrisisAt { get; init; }

    /// <summary>Who answered; null: nobody of ours.</summary>
    public AgentState? By { get; init; }

    /// <summary>Whether an interpreter was needed.</summary>
    public bool Interpreted { get; init; }

    /// <summary>From the answer of the call to its outcome.</summary>
    public TimeSpan SinceCall => At - Caller.At;

    /// <summary>In line until the outcome; 0 for who never came in line.</summary>
    public TimeSpan InLine => InLineAt is { } came ? At - came : TimeSpan.Zero;

    /// <summary>From when the service knew of the crisis to the outcome; 0 for who was in none.</summary>
    public TimeSpan InCrisis => CrisisAt is { } since ? At - since : TimeSpan.Zero;
}

/// <summary>How a caller's wait ended.</summary>
public enum DayEnd
{
    /// <summary>An agent answered.</summary>
    Answered,

    /// <summary>A contact answered.</summary>
    AnsweredByContact,

    /// <summary>The caller hung up before anybody answered.</summary>
    HungUp,

    /// <summary>The day was over, and the caller in line with a place.</summary>
    InLine,

    /// <summary>The day was over, and the caller on the way to the line.</summary>
    InFlow,

    /// <summary>We hung up before anybody answered.</summary>
    EndedByUs,
}
