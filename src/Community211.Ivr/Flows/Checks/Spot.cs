namespace Community211.Ivr.Flows.Checks;

/// <summary>Where a caller can be, as far as the way on depends on it.</summary>
/// <param name="Step">The step; empty: in line, and nothing is asked.</param>
/// <param name="Line">The queue step whose line the caller is in; null outside any.</param>
/// <param name="Crisis">Whether the caller has come into a crisis line.</param>
/// <param name="Met">Whether a person has talked with the caller since they were last in line.</param>
public readonly record struct Spot(string Step, string? Line, bool Crisis, bool Met);
