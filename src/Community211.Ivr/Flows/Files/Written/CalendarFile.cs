using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary>A calendar of <c>calendars.yaml</c>.</summary>
public sealed record CalendarFile
{
    [Description("staff: closed until staff open it, with an end (ivr surge open).")]
    [AllowedValues("staff")]
    public string? OpenedBy { get; init; }

    [Description("Whose clock: a time zone, or caller for the caller's. Default: the province's.")]
    public string? Zone { get; init; }

    [Description("Hours by day, every day: { monday-friday: [\"09:00-17:00\"], saturday-sunday: [] }. \"22:00-06:00\" goes over midnight.")]
    [Names("^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(-(monday|tuesday|wednesday|thursday|friday|saturday|sunday))?$")]
    [Shape(ShapeAttribute.Hours)]
    public IReadOnlyDictionary<string, object>? Weekly { get; init; }

    [Description("Hours on the days of sets of holidays; [] is closed on them, for instance { ontario: [] }. 'none': open as on any other day.")]
    [Shape("""{ "anyOf": [{ "enum": ["none"] }, { "type": "object", "additionalProperties": """ + ShapeAttribute.Hours + "}] }")]
    public object? Holidays { get; init; }

    [Description("Hours on single days, before everything else: { 2026-12-24: [\"09:00-12:00\"], \"2026-12-27 to 2026-12-30\": closed }.")]
    [Names("^[0-9]{4}-[0-9]{2}-[0-9]{2}( to [0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    [Shape(ShapeAttribute.Hours)]
    public IReadOnlyDictionary<string, object>? Exceptions { get; init; }
}
