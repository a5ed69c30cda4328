namespace Community211.Ivr.Calls.Ports;

/// <summary>The last revision that was not allowed to go live.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who wanted to publish it.</param>
/// <param name="Note">Why, in their words; empty if they gave none.</param>
/// <param name="Revision">What was refused.</param>
/// <param name="Findings">What is wrong with it, as JSON.</param>
public sealed record Refusal(DateTimeOffset At, string Who, string Note, string Revision, string Findings);
