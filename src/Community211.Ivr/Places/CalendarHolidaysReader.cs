using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads the sets of holidays of <c>calendars.yaml</c>.</summary>
internal static class CalendarHolidaysReader
{
    private static readonly ImmutableArray<(string Field, DayOfWeek Day)> Instead = [("if-saturday", DayOfWeek.Saturday), ("if-sunday", DayOfWeek.Sunday)];

    public static ImmutableDictionary<string, Holidays> Read(MapReader? list)
    {
        var sets = ImmutableDictionary.CreateBuilder<string, Holidays>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            if (list!.Map(entry.Key.Value) is { } set)
                sets[entry.Key.Value] = new Holidays(entry.Key.Value, [.. set.Entries.Select(e => Holiday(e.Key.Value, set)).OfType<Holiday>()]);
        }
        return sets.ToImmutable();
    }

    private static Holiday? Holiday(string id, MapReader set)
    {
        if (set.Map(id) is not { } r)
            return null;
        var on = r.Text("on");
        var rule = on.Length > 0 ? Rule(on, r.PlaceOf("on"), r.Findings) : null;
        var instead = ImmutableDictionary.CreateBuilder<DayOfWeek, HolidayRule>();
        foreach (var (field, day) in Instead)
        {
            if (r.OptionalText(field) is { } text && Rule(text, r.PlaceOf(field), r.Findings) is { } other)
                instead[day] = other;
        }
        var names = r.Map("name", required: true);
        var byLanguage = (names?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => names!.Text(e.Key.Value), StringComparer.Ordinal);
        r.Done();
        return rule is null ? null : new Holiday(id, byLanguage, rule, instead.ToImmutable());
    }

    private static HolidayRule? Rule(string text, Place at, Findings findings)
    {
        var rule = HolidayRuleText.Read(text);
        if (rule is null)
            findings.Add("unknown-holiday-rule", at, $"'{text}' says no day of every year.", HolidayRuleText.Forms);
        return rule;
    }
}
