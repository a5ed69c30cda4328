namespace Community211.Ivr.Calls.Directives;

/// <summary>Rings a ten-digit line and joins it: the last resort when we cannot do better.</summary>
/// <param name="Number">E.164; never an N11 code.</param>
/// <param name="RingSeconds">5 to 600.</param>
/// <param name="After">Asked when the line did not answer, or the talk is over and the caller still there; null: the next directive follows.</param>
public sealed record DialLine(string Number, int RingSeconds, Target? After) : Directive;
