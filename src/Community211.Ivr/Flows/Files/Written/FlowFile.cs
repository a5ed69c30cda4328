using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A flow as people write it, <c>NAME.yaml</c>.</summary>
[Description("A flow: what callers hear, and where it leads.")]
public sealed record FlowFile
{
    [Description("The flow's name, which is its file's without '.yaml'.")]
    [RegularExpression(Patterns.Name)]
    public required string Flow { get; init; }

    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("Languages in which everything is said; the flow's own first. While the caller's is unknown, texts are said in all of them.")]
    public required IReadOnlyList<string> Languages { get; init; }

    [Description("The first step.")]
    [RegularExpression(Patterns.Name)]
    public required string Start { get; init; }

    [Description("Longest time from the answer to the line for a caller who does nothing, for instance 15s. Default: 15s.")]
    [RegularExpression(Patterns.Duration)]
    public string? ToQueue { get; init; }

    [Description("How long silence lasts, and how often is asked.")]
    public PatienceFile? Patience { get; init; }

    [Description("Keys that work at any time, in line too, each with the step it leads to: { 0: person, 9: crisis }.")]
    [Names(Patterns.Key)]
    public IReadOnlyDictionary<string, string>? Always { get; init; }

    [Description("The steps, by name.")]
    [Names(Patterns.Name)]
    public required IReadOnlyDictionary<string, IStepFile> Steps { get; init; }
}

/// <summary>How long silence lasts and how often is asked.</summary>
public sealed record PatienceFile
{
    [Description("How long silence lasts before the line. At least 1s. Default: 4s.")]
    [RegularExpression(Patterns.Duration)]
    public string? Wait { get; init; }

    [Description("How long silence lasts in line. At least 1s. Default: 8s.")]
    [RegularExpression(Patterns.Duration)]
    public string? InLine { get; init; }

    [Description("How often a question is put at most, 1 to 5. Default: 2.")]
    [Range(1, 5)]
    public int Tries { get; init; }
}
