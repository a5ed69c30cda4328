using System.Collections.Immutable;

namespace Community211.Ivr.Simulation.Days;

/// <summary>A day that was played.</summary>
/// <param name="Outcomes">One for each caller, in the order in which it happened.</param>
/// <param name="Decisions">How often the rule was asked.</param>
/// <param name="Inversions">Callers who were passed by somebody behind them.</param>
/// <param name="MostWaiting">Callers in line at the same time, at most.</param>
public sealed record DayResult(ImmutableArray<DayOutcome> Outcomes, int Decisions, int Inversions, int MostWaiting);
