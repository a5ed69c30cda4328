using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>ask</c>.</summary>
[Description("Asks something and keeps the answer with the call.")]
public sealed record AskFile : IStepFile
{
    [Description("What is asked, in quotes.")]
    public required string Ask { get; init; }

    [Description("The answer's name in reports. Default: the step's.")]
    public string? As { get; init; }

    [Description("Keys and what each stands for: { 1: yes, 2: no }. Either these or 'digits'.")]
    [Names(Patterns.Key)]
    public IReadOnlyDictionary<string, string>? Keys { get; init; }

    [Description("How many digits are entered, 2 to 20. Either this or 'keys'.")]
    [Range(2, 20)]
    public int Digits { get; init; }

    [Description("The step after an answer.")]
    public required string Next { get; init; }

    [Description("The step when no answer comes.")]
    public required string Otherwise { get; init; }
}
