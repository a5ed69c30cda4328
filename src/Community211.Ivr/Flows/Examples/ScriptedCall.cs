using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Examples;

/// <summary>A call in its shortest form: who, when, what they do. It can be played on any flow.</summary>
/// <param name="At">When it arrives.</param>
/// <param name="To">Our number that is dialled, E.164; null: one that says nothing.</param>
/// <param name="Town">The town that the numbering plan names for the caller's exchange; null if none.</param>
/// <param name="Conditions">What else is so at that time.</param>
/// <param name="Does">What the caller does, in order; silent afterwards.</param>
public sealed record ScriptedCall(
    DateTimeOffset At, string? To, string? Town, Conditions Conditions, ImmutableArray<Doing> Does)
{
    /// <summary>Whether the number that the caller calls from may be called. Default: yes.</summary>
    public bool Callable { get; init; } = true;
}
