namespace Community211.Ivr.Flows.Files.Written;

/// <summary>How the names of a mapping are written.</summary>
/// <param name="pattern">A regular expression.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesAttribute(string pattern) : Attribute
{
    public string Pattern => pattern;
}
