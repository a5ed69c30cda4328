namespace Community211.Ivr.Calls.Directives;

/// <summary>On a wait page: leaves the carrier's queue; the result target then renders what comes next.</summary>
public sealed record LeaveLine : Directive;
