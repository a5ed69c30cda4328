using System.Collections.Frozen;
using Community211.Ivr.Files;

namespace Community211.Ivr.Flows.Files;

/// <summary>Which findings mean that something is missing in what was read, so that a call could come to where there is nothing.</summary>
public static class Holes
{
    private static readonly FrozenSet<string> Codes = new[]
    {
        "file-missing", "file-empty", "file-too-large", "flow-count", "yaml-broken", "yaml-mapping", "yaml-documents", "yaml-key", "yaml-twice",
        "missing-field", "not-mapping", "not-list", "not-text", "unknown-word", "two-words", "unknown-step", "unknown-need", "unknown-calendar",
        "unknown-line", "unknown-queue", "unknown-language", "unknown-region", "unknown-contact", "queue-empty", "csv-header",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this one does.</summary>
    public static bool Is(Finding finding) => finding.Severity == Severity.Error && Codes.Contains(finding.Code);
}
