using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>callback</c>.</summary>
[Description("Offers to call back in the caller's turn. Key 1 confirms. Only in line.")]
public sealed record CallbackFile : IStepFile
{
    [Description("What is said before key 1 is asked for, in quotes.")]
    public required string Callback { get; init; }

    [Description("The step once it is confirmed; it may end the call.")]
    public required string Booked { get; init; }

    [Description("The step when it is not confirmed, or nobody can call back.")]
    public required string Otherwise { get; init; }
}
