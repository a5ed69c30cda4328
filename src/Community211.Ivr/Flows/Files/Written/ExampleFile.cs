using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A call of <c>NAME.calls.yaml</c>.</summary>
public sealed record ExampleFile
{
    [Description("When, by the province's clock: \"2026-11-24 10:00\". Default: the file's.")]
    [RegularExpression(Patterns.Moment)]
    public string? When { get; init; }

    [Description("Which number is dialled: a region (its first), or a number. Default: the province's.")]
    public string? To { get; init; }

    [Description("The caller's number; the town of its exchange is looked up.")]
    public string? From { get; init; }

    [Description("The town of the caller's exchange, of towns.csv.")]
    public string? Town { get; init; }

    [Description("Calendars that staff have open.")]
    public IReadOnlyList<string>? Open { get; init; }

    [Description("Whether callers can be called back. Default: no.")]
    [AllowedValues("yes", "no")]
    public string? Callbacks { get; init; }

    [Description("What the caller does, in order, silent afterwards: keys (2, star, 658), silence, hear (one message, whether it asks or not), person (somebody answers, and the talk ends), hang-up, { say: \"words\" }.")]
    [Shape("""{ "type": ["string", "integer", "object", "array"], "items": { "type": ["string", "integer", "object"] } }""")]
    public object? Does { get; init; }

    [Description("What is to become of it; what is not named does not matter.")]
    public required ExpectationFile Expect { get; init; }
}
