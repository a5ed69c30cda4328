namespace Community211.Ivr.Flows;

/// <summary>A text as a caller hears it, in one language.</summary>
/// <param name="Text">Plain text, without markup.</param>
/// <param name="Language">Id of <c>languages.yaml</c>, for instance <c>en</c>.</param>
public sealed record Spoken(string Text, string Language);
