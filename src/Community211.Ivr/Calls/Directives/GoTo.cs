namespace Community211.Ivr.Calls.Directives;

/// <summary>Asks us for the next document.</summary>
public sealed record GoTo(Target Target) : Directive;
