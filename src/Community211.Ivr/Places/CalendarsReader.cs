using System.Collections.Immutable;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>calendars.yaml</c>: sets of holidays, and when what is open.</summary>
public static class CalendarsReader
{
    public const string File = "calendars.yaml";

    /// <summary>In <c>zone</c>: where the caller is.</summary>
    public const string CallerZone = "caller";

    /// <summary>In <c>holidays</c>: open on holidays as on any other day, and meant so.</summary>
    public const string NoHolidays = "none";

    private const string Staff = "staff";

    /// <summary>What means nothing without weekly hours.</summary>
    private static readonly ImmutableArray<string> OfWeekly = ["zone", "holidays", "exceptions"];

    /// <summary>The calendars; null, with findings, when the file cannot be read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="home">The province's zone: that of a calendar that names none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="today">When given, exceptions that are over are pointed out.</param>
    public static CalendarsModel? Read(string text, DateTimeZone home, Findings findings, DateOnly? today = null)
    {
        if (YamlSource.Read(File, text, findings) is not { } map)
            return null;
        var calendars = ImmutableDictionary.CreateBuilder<string, Calendar>(StringComparer.Ordinal);
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var sets = CalendarHolidaysReader.Read(root.Map("holidays"));
        var list = root.Map("calendars", required: true);
        root.Done();
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is { } fields)
                calendars[entry.Key.Value] = ReadCalendar(entry.Key.Value, fields, home, sets, today);
        }
        return new CalendarsModel(calendars.ToImmutable()) { Holidays = sets };
    }

    private static Calendar ReadCalendar(string id, MapReader r, DateTimeZone home, ImmutableDictionary<string, Holidays> sets, DateOnly? today)
    {
        var by = r.OptionalText("opened-by");
        if (by is not (null or Staff))
            r.Findings.Add("unknown-opener", r.PlaceOf("opened-by"), $"'{by}' opens no calendar.", "Write 'opened-by: staff', or leave the line out.");
        var weekly = r.Map("weekly", required: by is null);
        if (weekly is null && by is not null)
        {
            foreach (var lost in OfWeekly.Where(r.Has))
                r.Findings.Add("calendar-without-weekly", r.PlaceOf(lost), $"'{lost}' of '{id}' changes nothing: there are no weekly hours.", "Add 'weekly', or leave this out.");
        }
        var holidays = Holidays(r, sets);
        var calendar = new Calendar(
            id, Zone(r, home), weekly is null ? [] : CalendarDaysReader.Weekly(id, weekly), holidays,
            CalendarDaysReader.Exceptions(r.Map("exceptions"), today), by is not null);
        if (!calendar.Weekly.IsEmpty && !calendar.NeverCloses && !r.Has("holidays") && !sets.IsEmpty)
            r.Findings.Add("holiday-missed", weekly!.At, $"'{id}' has hours and says nothing about holidays: on each it is open as on any other day.", $"Add 'holidays: {{ {sets.Keys.Order(StringComparer.Ordinal).First()}: [] }}' where it is closed on them, or 'holidays: {NoHolidays}'.", Severity.Warning);
        r.Done();
        return calendar;
    }

    private static DateTimeZone? Zone(MapReader r, DateTimeZone home)
    {
        var zone = r.OptionalText("zone");
        if (zone is null)
            return home;
        if (zone == CallerZone)
            return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known)
            return known;
        r.Findings.Add("unknown-zone", r.PlaceOf("zone"), $"'{zone}' is no time zone.", "Write a name of the time zone database, for instance 'zone: America/Toronto', or 'zone: caller'.");
        return home;
    }

    private static ImmutableArray<CalendarHolidays> Holidays(MapReader r, ImmutableDictionary<string, Holidays> sets)
    {
        var all = ImmutableArray.CreateBuilder<CalendarHolidays>();
        if (r.Take("holidays") is TextNode { Value: NoHolidays })
            return [];
        var named = r.Map("holidays");
        foreach (var entry in named?.Entries ?? [])
        {
            var name = entry.Key.Value;
            var hours = CalendarDaysReader.Hours(named!, name);
            if (sets.TryGetValue(name, out var set))
                all.Add(new CalendarHolidays(set, hours));
            else
                r.Findings.Add("unknown-holidays", entry.Key.At, $"There is no set of holidays '{name}'.", Nearest.To(name, sets.Keys) is { } near ? $"Did you mean '{near}'?" : "Name a set that stands under 'holidays' at the top of this file.");
        }
        return all.ToImmutable();
    }
}
