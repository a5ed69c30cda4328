namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier could not fetch or run a document of ours, waited, and asks again. Never steps.</summary>
/// <param name="Turn">The turn in the URL that failed; null if there was none.</param>
/// <param name="Error">The carrier's error code; null if it does not say.</param>
public sealed record FallbackAsked(int? Turn, string? Error) : CallEvent;
