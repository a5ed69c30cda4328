using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Community211.Ivr.Flows.Files.Written;

/// <summary><c>calendars.yaml</c>.</summary>
[Description("When what is open.")]
public sealed record CalendarsFile
{
    [Description("The version of this form: 1.")]
    [Range(1, 1)]
    public int Format { get; init; }

    [Description("Sets of holidays, as rules for any year.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, HolidayFile>>? Holidays { get; init; }

    [Description("The calendars, by id.")]
    public required IReadOnlyDictionary<string, CalendarFile> Calendars { get; init; }
}

/// <summary>A holiday.</summary>
public sealed record HolidayFile
{
    [Description("Its day in any year: 'january 1', 'third monday of february', 'monday before may 25', 'easter', '2 days before easter'.")]
    public required string On { get; init; }

    [Description("The day instead, when it falls on a Saturday.")]
    public string? IfSaturday { get; init; }

    [Description("The day instead, when it falls on a Sunday.")]
    public string? IfSunday { get; init; }

    [Description("Its name, by language.")]
    public required IReadOnlyDictionary<string, string> Name { get; init; }
}
