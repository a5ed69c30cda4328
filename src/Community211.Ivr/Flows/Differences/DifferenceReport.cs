using System.Collections.Immutable;

namespace Community211.Ivr.Flows.Differences;

/// <summary>What comes of calls on two flows.</summary>
/// <param name="Calls">How many there were; the sum of the four that follow.</param>
/// <param name="Same">To the same line, with the same priority, language and region.</param>
/// <param name="Elsewhere">To another, or with something else known.</param>
/// <param name="Undetermined">An answer does not carry over: nobody knows.</param>
/// <param name="NotComparable">Could not be run on the flow that they are said to have run on.</param>
/// <param name="Moves">Those that go elsewhere, by queue, commonest first.</param>
/// <param name="UndeterminedBy">Why, commonest first.</param>
/// <param name="NotComparableBy">Why, commonest first.</param>
/// <param name="Timed">Calls that come into line on both.</param>
/// <param name="Before">Of those, time from the answer to the line on the first flow; null if there are none.</param>
/// <param name="After">The same on the second.</param>
public sealed record DifferenceReport(
    int Calls,
    int Same,
    int Elsewhere,
    int Undetermined,
    int NotComparable,
    ImmutableArray<MoveCount> Moves,
    ImmutableArray<ReasonCount> UndeterminedBy,
    ImmutableArray<ReasonCount> NotComparableBy,
    int Timed,
    TimeSpread? Before,
    TimeSpread? After);

/// <summary>Calls that go from one place to another.</summary>
/// <param name="From">Queue, with the line if it is another.</param>
/// <param name="To">The same on the second flow.</param>
/// <param name="Differs">Which of queue, line, priority, language and region differ.</param>
/// <param name="Calls">How many.</param>
/// <param name="Examples">Some of them.</param>
public sealed record MoveCount(string From, string To, string Differs, int Calls, ImmutableArray<ExampleCall> Examples);

/// <summary>Calls of which something is not known, and why.</summary>
public sealed record ReasonCount(string Why, int Calls, ImmutableArray<ExampleCall> Examples);
