using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A flow's wording in one further language, <c>NAME.fr.yaml</c>.</summary>
[Description("A flow's wording in one further language, each text beside the original that it translates.")]
public sealed record TranslationFile
{
    [Description("The language, one of the flow's.")]
    public required string Translation { get; init; }

    [Description("The flow.")]
    [RegularExpression(Patterns.Name)]
    public required string Of { get; init; }

    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("Texts by step and field: postal: { say: { of: \"...\", text: \"...\" } }.")]
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, TranslatedFile>> Steps { get; init; }
}

/// <summary>A text and its original.</summary>
public sealed record TranslatedFile
{
    [Description("The original, word for word; when the flow's changes, this translation is stale until somebody has looked at it.")]
    public required string Of { get; init; }

    [Description("The translation, in quotes.")]
    public required string Text { get; init; }
}
