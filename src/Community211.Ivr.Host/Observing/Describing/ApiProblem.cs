namespace Community211.Ivr.Host.Observing.Describing;

/// <summary>Why something was refused.</summary>
/// <param name="Error">A sentence that says what to do.</param>
public sealed record ApiProblem(string Error);
