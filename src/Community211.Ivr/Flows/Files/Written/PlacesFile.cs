using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>places.yaml</c>.</summary>
[Description("The province, its regions, our numbers and the partners' agents.")]
public sealed record PlacesFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("The province's time zone, for instance America/Toronto.")]
    public required string Zone { get; init; }

    [Description("Census divisions in another time zone, by zone.")]
    [Shape("""{ "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] } }""")]
    public object? Zones { get; init; }

    [Description("How the numbering plan abbreviates the province.")]
    public required string PlanArea { get; init; }

    [Description("Serves callers whose region is not known, and helps every region.")]
    public required PoolFile Pool { get; init; }

    [Description("The regions, by id. One that ended keeps its entry.")]
    [Names(Patterns.Name)]
    public required IReadOnlyDictionary<string, ServedRegionFile> Regions { get; init; }
}
