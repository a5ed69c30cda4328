using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>The pool of <c>places.yaml</c>.</summary>
public sealed record PoolFile
{
    [Description("What flows call it, for instance province.")]
    [RegularExpression(Patterns.Name)]
    public required string Id { get; init; }

    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    [Description("Our numbers that say nothing about the region.")]
    public IReadOnlyList<string>? Dialled { get; init; }

    [Description("The ten-digit line that is rung when something of ours fails.")]
    [RegularExpression(Patterns.Number)]
    public required string Line { get; init; }

    [Description("The commonest language besides the flow's, of languages.yaml.")]
    public string? OtherLanguage { get; init; }

    [Description("The calendar of its hours. Default: never closed.")]
    public string? Hours { get; init; }
}
