using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>need</c>.</summary>
[Description("Asks what the caller needs, by key or in words; needs.yaml says how urgent that is and which words mean it.")]
public sealed record NeedFile : IStepFile
{
    [Description("What is asked, in quotes.")]
    public required string Need { get; init; }

    [Description("Keys and the need of needs.yaml each chooses: { 1: shelter, 2: financial }.")]
    [Names(Patterns.Key)]
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    [Description("The need of those who do not say.")]
    public required string Otherwise { get; init; }

    [Description("The step afterwards.")]
    public required string Next { get; init; }
}
