using System.Collections.Immutable;

namespace Community211.Ivr.Calls;

/// <summary>What an agent noted after a talk. A later note of the same agent takes the place of the earlier one.</summary>
/// <param name="Agent">Agent id.</param>
/// <param name="At">When.</param>
public sealed record WrapUp(string Agent, DateTimeOffset At)
{
    /// <summary>After the talk, as long as it is still remembered.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>What the caller needed; empty for a call without a need.</summary>
    public ImmutableArray<NotedNeed> Needs { get; init; } = [];

    /// <summary>Code of <c>wrap-up.yaml</c> for a call without a need; null when there was one.</summary>
    public string? NoNeed { get; init; }

    /// <summary>Whether the caller was referred to somebody; null: not said.</summary>
    public bool? Referral { get; init; }

    /// <summary>Whether the caller agreed to be asked later how it went; null: not said.</summary>
    public bool? FollowUp { get; init; }

    /// <summary>Region id: where the caller is; null: not said.</summary>
    public string? CallerRegion { get; init; }

    /// <summary>Region id: where the help is needed; null: where the caller is.</summary>
    public string? NeedRegion { get; init; }

    /// <summary>Whether it was a crisis, whatever was chosen; null: not said.</summary>
    public bool? Crisis { get; init; }
}

/// <summary>A need as an agent notes it.</summary>
/// <param name="Need">Id of <c>needs.yaml</c>.</param>
/// <param name="Services">Ids of the priority services that it belongs to.</param>
/// <param name="Outcome">Whether there was help.</param>
/// <param name="Why">Code of <c>wrap-up.yaml</c>: why not; null when it was met.</param>
public sealed record NotedNeed(string Need, ImmutableArray<string> Services, NeedOutcome Outcome, string? Why = null);

/// <summary>Whether there was help for a need.</summary>
public enum NeedOutcome
{
    Met,
    Unmet,
}
