using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>Reads days and their hours.</summary>
internal static class CalendarDaysReader
{
    private const string Closed = "closed";

    private static readonly ImmutableArray<string> Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Seven days, Monday first; each must be said, so that nobody takes a forgotten day for a closed one.</summary>
    public static ImmutableArray<ImmutableArray<CalendarHours>> Weekly(string id, MapReader r)
    {
        var days = new ImmutableArray<CalendarHours>[7];
        var said = new bool[7];
        foreach (var entry in r.Entries)
        {
            var hours = Hours(r, entry.Key.Value);
            if (Weekdays(entry.Key.Value) is not { } named)
            {
                r.Findings.Add("unknown-day", entry.Key.At, $"'{entry.Key.Value}' is no day of the week.", NearestDay(entry.Key.Value));
                continue;
            }
            foreach (var day in named)
            {
                if (said[day])
                    r.Findings.Add("day-twice", entry.Key.At, $"'{Week[day]}' is named twice.", "Name each day once.");
                said[day] = true;
                days[day] = hours;
            }
        }
        if (said.Contains(false))
        {
            var missing = string.Join(", ", Week.Where((_, i) => !said[i]));
            r.Findings.Add("calendar-gap", r.At, $"'{id}' does not say its hours on {missing}.", $"Say every day; write '{Week[Array.IndexOf(said, false)]}: []' for a closed one.");
        }
        return [.. days.Select(d => d.IsDefault ? [] : d)];
    }

    public static ImmutableArray<CalendarException> Exceptions(MapReader? r, DateOnly? today)
    {
        var all = new List<(CalendarException Exception, TextNode Key)>();
        foreach (var entry in r?.Entries ?? [])
        {
            if (Exception(r!, entry.Key) is not { } exception)
                continue;
            all.Add((exception, entry.Key));
            if (exception.Until < today)
                r!.Findings.Add("exception-past", entry.Key.At, $"'{entry.Key.Value}' is over.", "Remove it.", Severity.Warning);
        }
        var sorted = all.OrderBy(e => e.Exception.From).ToList();
        foreach (var (one, next) in sorted.Zip(sorted.Skip(1)).Where(p => p.Second.Exception.From <= p.First.Exception.Until))
        {
            var later = one.Key.At.Line > next.Key.At.Line ? one : next;
            r!.Findings.Add("day-twice", later.Key.At, $"A day of '{later.Key.Value}' has an exception already.", "Let each day stand in one of them.");
        }
        return [.. sorted.Select(e => e.Exception)];
    }

    private static CalendarException? Exception(MapReader r, TextNode key)
    {
        var hours = Hours(r, key.Value);
        var ends = key.Value.Split(" to ", StringSplitOptions.TrimEntries);
        if (ends.Length <= 2 && Day(ends[0]) is { } from && Day(ends[^1]) is { } until)
        {
            if (from <= until)
                return new CalendarException(from, until, hours);
            r.Findings.Add("until-before-from", key.At, $"'{key.Value}' ends before it begins.", "Write the earlier day first.");
        }
        else
        {
            r.Findings.Add("not-day", key.At, $"'{key.Value}' is no day.", "Write 2026-12-24, or \"2026-12-24 to 2027-01-03\".");
        }
        return null;
    }

    /// <summary>The hours under a name: ranges in order, or none for 'closed'.</summary>
    public static ImmutableArray<CalendarHours> Hours(MapReader r, string name)
    {
        var all = new List<CalendarHours>();
        var texts = r.Texts(name);
        if (texts is [{ Value: Closed }])
            return [];
        foreach (var text in texts)
        {
            if (CalendarHours.Read(text.Value) is not { } hours)
                r.Findings.Add("not-hours", text.At, $"'{text.Value}' are no hours.", "Write \"09:00-17:00\"; \"22:00-06:00\" goes over midnight, \"00:00-24:00\" is the whole day, [] is closed.");
            else if (hours.IsBackwards)
                r.Findings.Add("hours-backwards", text.At, $"'{text.Value}' end before they begin, or last longer than a night.", $"Write the earlier time first; hours over midnight last {CalendarHours.LongestNight / 60} at most.");
            else if (all.Exists(h => h.From < hours.Until && hours.From < h.Until))
                r.Findings.Add("hours-overlap", text.At, $"'{text.Value}' overlaps other hours of the same day.", "Make one range of them, or correct the times.");
            else
                all.Add(hours);
        }
        return [.. all.OrderBy(h => h.From)];
    }

    /// <summary>Positions in the week of a day (<c>monday</c>) or of days (<c>monday-friday</c>, <c>saturday-monday</c>).</summary>
    private static int[]? Weekdays(string text)
    {
        var ends = text.Split('-');
        var (from, until) = (Week.IndexOf(ends[0]), Week.IndexOf(ends[^1]));
        return ends.Length > 2 || from < 0 || until < 0 ? null : [.. Enumerable.Range(0, ((until - from + 7) % 7) + 1).Select(i => (from + i) % 7)];
    }

    private static string NearestDay(string text) =>
        Nearest.To(text, Week) is { } near ? $"Did you mean '{near}'?" : "Write monday to sunday in full, or days such as 'monday-friday'.";

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
