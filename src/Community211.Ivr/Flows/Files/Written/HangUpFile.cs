using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>hang-up</c>.</summary>
[Description("Says goodbye and ends the call. Only after a person, or where the caller chose it.")]
public sealed record HangUpFile : IStepFile
{
    [Description("The goodbye, in quotes.")]
    public required string HangUp { get; init; }
}
