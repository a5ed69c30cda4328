namespace Community211.Ivr.Calls.Directives;

/// <summary>Ends this leg.</summary>
public sealed record HangUp : Directive;
