using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>NAME.calls.yaml</c>.</summary>
[Description("Calls with what is to become of them; every check plays them.")]
public sealed record CallsFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("When the calls come, by the province's clock: \"2026-11-24 10:00\".")]
    [RegularExpression(Patterns.Moment)]
    public string? When { get; init; }

    [Description("The calls, by what they show.")]
    public required IReadOnlyDictionary<string, ExampleFile> Calls { get; init; }
}
