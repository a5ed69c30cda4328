using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>say</c>.</summary>
[Description("Says something.")]
public sealed record SayFile : IStepFile
{
    [Description("What is said, in quotes.")]
    public required string Say { get; init; }

    [Description("The step afterwards.")]
    public required string Next { get; init; }
}
