using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A line of <c>contacts.yaml</c>.</summary>
public sealed record ContactFile
{
    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    [Description("What it is for; a flow may name a kind, and the caller's area has its own. Default: other.")]
    [AllowedValues("other", "crisis", "distress", "police", "ambulance", "shelter", "childrens-aid", "health", "relay")]
    public string? Kind { get; init; }

    [Description("The regions it serves. Default: the whole province.")]
    public IReadOnlyList<string>? Areas { get; init; }

    [Description("The ten-digit number, for instance \"+14165550150\".")]
    [RegularExpression(Patterns.Number)]
    public required string Number { get; init; }

    [Description("key: who answers presses 1 before the caller is joined. none: a line that cannot. Default: key.")]
    [AllowedValues("key", "none")]
    public string? Screened { get; init; }

    [Description("The calendar of its hours. Default: never closed.")]
    public string? Hours { get; init; }
}
