using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>region</c>.</summary>
[Description("Finds out the caller's region. A region that is known is not asked for again.")]
public sealed record RegionFile : IStepFile
{
    [Description("What tells the region; the first that knows decides: dialled-number, caller-number, postal-code.")]
    [Shape("""{ "anyOf": [{ "enum": ["dialled-number", "caller-number", "postal-code"] }, { "type": "array", "items": { "enum": ["dialled-number", "caller-number", "postal-code"] } }] }""")]
    public required object Region { get; init; }

    [Description("How the postal code is asked for, in quotes. Only with postal-code.")]
    public string? Say { get; init; }

    [Description("The step afterwards.")]
    public required string Next { get; init; }
}
