using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>transfer</c>.</summary>
[Description("Connects the caller with a line outside; who is not answered comes back.")]
public sealed record TransferFile : IStepFile
{
    [Description("A contact of contacts.yaml, a kind of contact, or a region.")]
    public required string Transfer { get; init; }

    [Description("What is said first, in quotes.")]
    public required string Say { get; init; }

    [Description("The step after the talk.")]
    public required string Finished { get; init; }

    [Description("The step when nobody answers.")]
    public required string Failed { get; init; }
}
