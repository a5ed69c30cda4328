using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Differences;

/// <summary>A call that happened, as far as it can be run through another flow: who, when, and what the caller answered before the line.</summary>
public sealed record CarriedCall
{
    /// <summary>CallSid, or the name of the file that it comes from.</summary>
    public required string Id { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Our number that was dialled, E.164; null if not known.</summary>
    public string? To { get; init; }

    /// <summary>The town that the numbering plan names for the caller's exchange; null if none.</summary>
    public string? Town { get; init; }

    /// <summary>What else was so at that time.</summary>
    public Conditions Conditions { get; init; } = Conditions.Plain;

    /// <summary>How the answers are to be read.</summary>
    public AnswerOrder Order { get; init; }

    /// <summary>What the caller did, in order, until the line or until hanging up.</summary>
    public ImmutableArray<CarriedAnswer> Answers { get; init; } = [];

    /// <summary>Why it cannot be run at all, such as that its requests were forgotten; null: it can be.</summary>
    public string? Unusable { get; init; }
}

/// <summary>How a call's answers belong to the steps of a flow.</summary>
public enum AnswerOrder
{
    /// <summary>Each names its step.</summary>
    ByStep,

    /// <summary>One for everything that the caller heard, messages too: the flow that the call ran on says which step each belongs to.</summary>
    EachTurn,

    /// <summary>Keys and words as they came in: each is given where the flow that the call ran on asks next.</summary>
    WhenAsked,
}
