using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>What is to become of a call.</summary>
public sealed record ExpectationFile
{
    [Description("The steps gone through; ... stands for any, or none.")]
    public IReadOnlyList<string>? Path { get; init; }

    [Description("The queue step in whose line the caller is at the end, or none.")]
    public string? Line { get; init; }

    [Description("The region or pool in whose queue the caller came, or none.")]
    public string? Queue { get; init; }

    [Description("The language, or unknown.")]
    public string? Language { get; init; }

    [Description("The priority.")]
    [AllowedValues("crisis", "urgent", "general")]
    public string? Priority { get; init; }

    [Description("The need, or unknown.")]
    public string? Need { get; init; }

    [Description("Longest time from the answer to the line.")]
    [RegularExpression(Patterns.Duration)]
    public string? InLine { get; init; }

    [Description("How the call ends: waiting in line, with our goodbye, or the caller hangs up.")]
    [AllowedValues("waiting", "goodbye", "hung-up")]
    public string? Ends { get; init; }

    [Description("Whether somebody who may answer is open when the call comes into line.")]
    [AllowedValues("yes", "no")]
    public string? Somebody { get; init; }

    [Description("Answers to ask steps, by name.")]
    public IReadOnlyDictionary<string, string>? Answers { get; init; }
}
