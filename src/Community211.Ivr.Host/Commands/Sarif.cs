using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Community211.Ivr.Files;

namespace Community211.Ivr.Host.Commands;

/// <summary>Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which editors and code review read.</summary>
internal static class Sarif
{
    public static SarifLog Of(ImmutableArray<Finding> findings) => new(
        "https://json.schemastore.org/sarif-2.1.0.json",
        "2.1.0",
        [
            new SarifRun(
                new SarifTool(new SarifDriver("ivr check", [.. findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal).Select(c => new SarifRule(c))])),
                [.. findings.Select(ResultOf)]),
        ]);

    private static SarifResult ResultOf(Finding finding) => new(
        finding.Code,
        finding.Severity == Severity.Error ? "error" : "warning",
        new SarifText($"{finding.Sentence} {finding.Remedy}"),
        [
            new SarifLocation(new SarifPhysical(
                new SarifArtifact(Uri.EscapeDataString(finding.File)),
                finding.Line < 1 ? null : new SarifRegion(finding.Line, Math.Max(1, finding.Column)))),
        ],
        finding.Call is null ? null : new SarifProperties(finding.Call));
}

internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, ImmutableArray<SarifRun> Runs);

internal sealed record SarifRun(SarifTool Tool, ImmutableArray<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, ImmutableArray<SarifRule> Rules);

internal sealed record SarifRule(string Id);

internal sealed record SarifResult(string RuleId, string Level, SarifText Message, ImmutableArray<SarifLocation> Locations, SarifProperties? Properties);

internal sealed record SarifText(string Text);

internal sealed record SarifLocation(SarifPhysical PhysicalLocation);

internal sealed record SarifPhysical(SarifArtifact ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, int StartColumn);

/// <summary>The call that shows the finding, as it can stand among the examples.</summary>
internal sealed record SarifProperties(string Call);
