namespace Community211.Ivr.Calls.Directives;

/// <summary>Says nothing for a while.</summary>
/// <param name="Seconds">1 or more.</param>
public sealed record Silence(int Seconds) : Directive;
