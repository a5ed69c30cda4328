namespace Community211.Ivr.Files;

/// <summary>Whether a finding keeps a revision from going live.</summary>
public enum Severity
{
    Error,
    Warning,
}
