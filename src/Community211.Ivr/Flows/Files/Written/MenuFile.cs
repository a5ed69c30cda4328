using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>menu</c>.</summary>
[Description("Lets the caller choose the way on, by key or in words.")]
public sealed record MenuFile : IStepFile
{
    [Description("What is said, in quotes. It announces each key, as 'press 1'.")]
    public required string Menu { get; init; }

    [Description("Keys and the step each leads to: { 1: callback }.")]
    [Names(Patterns.Key)]
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    [Description("Words that mean a key, by key and language: { 1: { en: [\"call me back\"] } }.")]
    [Shape("""{ "type": "object", "additionalProperties": { "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] } } }""")]
    public object? Phrases { get; init; }

    [Description("The step when nothing is chosen.")]
    public required string Otherwise { get; init; }
}
