namespace Community211.Ivr.Files;

/// <summary>Something wrong in a file that operations staff edit.</summary>
/// <param name="Code">Stable name of the rule, for instance <c>unknown-step</c>.</param>
/// <param name="File">Name in the flow folder.</param>
/// <param name="Line">From 1; 0 when it concerns the whole file.</param>
/// <param name="Column">From 1; 0 when it concerns the whole file.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Severity">Errors never go live.</param>
/// <param name="Call">A call that shows it, as it can be written among the examples; null where none can.</param>
public sealed record Finding(string Code, string File, int Line, int Column, string Sentence, string Remedy, Severity Severity = Severity.Error, string? Call = null)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Code}: {Sentence} {Remedy}";
}
