namespace Community211.Ivr.Calls.Directives;

/// <summary>Answer to a notification that no leg listens to: an empty document that does nothing.</summary>
public sealed record Nothing : Directive;
