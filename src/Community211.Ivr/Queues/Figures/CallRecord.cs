using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>What the figures know of a call. Nothing private.</summary>
public sealed record CallRecord
{
    public required string Call { get; init; }

    /// <summary>When we answered: waiting counts from here.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Region id; null while unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Language id; null while unknown.</summary>
    public string? Language { get; init; }

    public Priority Priority { get; init; }

    /// <summary>Need id; null while unknown.</summary>
    public string? Need { get; init; }

    public CallOutcome Outcome { get; init; }

    /// <summary>Whether a callback was booked: its call's wait is the caller's own time, and counts in no wait and no service level.</summary>
    public bool CalledBack { get; init; }

    /// <summary>What became of it; null: nothing yet, or none was booked.</summary>
    public CallbackOutcome? Callback { get; init; }

    /// <summary>Until a person answered, or until the end without one; null while the call waits.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>Region of the agent who answered first; null: nobody, or a line outside the floor.</summary>
    public string? AnsweredIn { get; init; }

    /// <summary>Time with people, all talks together.</summary>
    public TimeSpan Talked { get; init; }

    /// <summary>How many different talks there were: more than one after a transfer, or when an agent was lost.</summary>
    public int Talks { get; init; }

    /// <summary>An agent left the caller to somebody else, or passed them on to another partner.</summary>
    public bool Transferred { get; init; }

    /// <summary>An agent passed the caller on to another partner.</summary>
    public bool RegionCorrected { get; init; }

    /// <summary>How much later than first told an agent accepted, negative when sooner; null when nothing was told, or nobody accepted.</summary>
    public TimeSpan? Late { get; init; }

    /// <summary>Needs as agents noted them, each type once; empty when nobody noted any.</summary>
    public ImmutableArray<NeedRecord> Needs { get; init; } = [];

    /// <summary>What the call was, as its agents noted: no need at all. Null when there was one, or nobody noted anything.</summary>
    public string? NoNeed { get; init; }

    /// <summary>In the crisis line by the caller's own choice or words.</summary>
    public bool CrisisChosen { get; init; }

    /// <summary>Whether it was a crisis, as an agent noted; null: not noted.</summary>
    public bool? CrisisNoted { get; init; }

    /// <summary>Whether the caller said to be satisfied; null: not asked, or no answer.</summary>
    public bool? Satisfied { get; init; }

    /// <summary>Whether the caller got help, as they said.</summary>
    public bool? Helped { get; init; }

    /// <summary>Whether the caller means to follow the referral up, as they said.</summary>
    public bool? FollowUp { get; init; }
}
