using System.Collections.Immutable;

namespace Community211.Ivr.Files;

/// <summary>Gathers findings; reading never throws and never stops at the first.</summary>
public sealed class Findings
{
    private readonly List<Finding> _all = [];

    public bool HasErrors => _all.Exists(f => f.Severity == Severity.Error);

    public void Add(string code, Place at, string sentence, string remedy, Severity severity = Severity.Error, string? call = null) =>
        _all.Add(new Finding(code, at.File, at.Line, at.Column, sentence, remedy, severity, call));

    /// <summary>All findings by file, line and column.</summary>
    public ImmutableArray<Finding> Sorted() =>
        [.. _all.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Code, StringComparer.Ordinal)];
}
