namespace Community211.Ivr.Flows.Differences;

/// <summary>A call on two flows.</summary>
/// <param name="Call">The call.</param>
/// <param name="Comparison">What came of it.</param>
/// <param name="Why">What differs, or why it is not known; empty when it goes to the same place.</param>
/// <param name="Before">On the flow that it ran on; null when it could not be run.</param>
/// <param name="After">On the other; null when it could not be run.</param>
public sealed record ComparedCall(CarriedCall Call, Comparison Comparison, string Why, CarriedResult? Before, CarriedResult? After);

/// <summary>What comes of a comparison.</summary>
public enum Comparison
{
    /// <summary>The same line with the same priority, language and region.</summary>
    Same,

    /// <summary>Another, or the same with something else known.</summary>
    Elsewhere,

    /// <summary>An answer does not carry over: nobody knows what the caller would have done.</summary>
    Undetermined,

    /// <summary>The call cannot be run on the flow that it is said to have run on.</summary>
    NotComparable,
}
