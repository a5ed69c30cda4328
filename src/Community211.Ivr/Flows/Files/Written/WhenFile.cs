using System.ComponentModel;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>when</c>.</summary>
[Description("Goes by a calendar of calendars.yaml. Nothing is said.")]
public sealed record WhenFile : IStepFile
{
    [Description("The calendar.")]
    public required string When { get; init; }

    [Description("The step while it is open.")]
    public required string Then { get; init; }

    [Description("The step while it is closed.")]
    public required string Otherwise { get; init; }
}
