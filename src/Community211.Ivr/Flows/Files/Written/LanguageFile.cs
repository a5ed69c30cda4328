using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>language</c>.</summary>
[Description("Offers the languages, each in itself.")]
public sealed record LanguageFile : IStepFile
{
    [Description("What is said, by language. Under 'other': further languages, of which callers hear the one that places.yaml gives their region.")]
    [Shape("""{ "type": "object", "properties": { "other": { "type": "object", "additionalProperties": { "type": "string" } } }, "additionalProperties": { "type": "string" } }""")]
    public required object Language { get; init; }

    [Description("Keys and the language each chooses, or other: { 2: fr, 3: other }.")]
    [Names(Patterns.Key)]
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    [Description("Always 'unknown': who says nothing is spoken to in every language of the flow.")]
    [AllowedValues("unknown")]
    public required string Otherwise { get; init; }

    [Description("The step afterwards.")]
    public required string Next { get; init; }
}
