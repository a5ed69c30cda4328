using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A step of the word <c>queue</c>.</summary>
[Description("Puts the caller in line for a person.")]
public sealed record QueueFile : IStepFile
{
    [Description("Who may answer, and after which wait at the latest: { region: 0s, province: 60s }. 'region' is the caller's own; else a region or the pool of places.yaml, a contact of contacts.yaml, or a kind of contact, such as distress.")]
    [Shape("""{ "type": "object", "minProperties": 1, "additionalProperties": { "type": "string", "pattern": "^[0-9]{1,5}[smh]$" } }""")]
    public required object Queue { get; init; }

    [Description("The first message in line, in quotes.")]
    public required string Say { get; init; }

    [Description("How urgent. Default: general.")]
    [AllowedValues("crisis", "urgent", "general")]
    public string? Priority { get; init; }

    [Description("Whether an interpreter is rung when nobody speaks the caller's language. Default: never.")]
    [AllowedValues("when-needed", "never")]
    public string? Interpreter { get; init; }

    [Description("The first step of what is asked in line; keep-waiting ends that.")]
    public string? Meanwhile { get; init; }

    [Description("The step after a talk, for callers who stay on the line.")]
    public required string Finished { get; init; }
}
