using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using NodaTime;
using Calendar = Community211.Ivr.Places.Calendar;

namespace Community211.Ivr.Flows.Checks;

/// <summary>A moment and what staff have open then: one of all the cases in which calendars make a difference.</summary>
/// <param name="At">The moment.</param>
/// <param name="Zone">Where the caller is.</param>
/// <param name="Open">Calendars that are open then, seen from there.</param>
/// <param name="Conditions">What else is so.</param>
public sealed record World(DateTimeOffset At, DateTimeZone Zone, ImmutableHashSet<string> Open, Conditions Conditions)
{
    private const int MostStaffCalendars = 8;
    private const int Days = 400;

    /// <summary>A working day's noon.</summary>
    private static readonly LocalDateTime Usual = new(2026, 11, 24, 12, 0);

    /// <summary>
    /// Every case that this flow tells apart: each combination of open and closed that its calendars really come to within 400 days, with
    /// each choice of what staff open, and callbacks possible or not. The usual one is first.
    /// </summary>
    /// <returns>Null when staff could open too many calendars to look at each combination.</returns>
    /// <param name="set">The files.</param>
    /// <param name="now">The 400 days begin at its day, or at a working day of 2026 for an earlier one.</param>
    public static IReadOnlyList<World>? All(FlowSet set, DateTimeOffset now = default)
    {
        var used = set.Flow.Steps.Values.OfType<WhenStep>().Select(w => w.Calendar).Concat(set.Places.HoursUsed.Select(h => h.Value))
            .Distinct().Order(StringComparer.Ordinal).Select(id => set.Calendars.Calendars.GetValueOrDefault(id)).OfType<Calendar>().ToList();
        ImmutableArray<string> byStaff = [.. used.Where(c => c.OpenedByStaff).Select(c => c.Id)];
        if (byStaff.Length > MostStaffCalendars)
            return null;
        var callbacks = set.Flow.Steps.Values.Any(s => s is CallbackStep) ? new[] { false, true } : [false];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var worlds = new List<World>();
        foreach (var (moment, zone) in Moments(set, used, byStaff, now))
        {
            for (var chosen = 0; chosen < 1 << byStaff.Length; chosen++)
            {
                ImmutableArray<string> opened = [.. byStaff.Where((_, i) => (chosen >> i & 1) == 1)];
                var open = used.Where(c => c.IsOpen(moment, zone, opened)).Select(c => c.Id).ToImmutableHashSet(StringComparer.Ordinal);
                foreach (var callback in callbacks.Where(c => seen.Add($"{c}:{string.Join(',', open.Order(StringComparer.Ordinal))}")))
                    worlds.Add(new World(moment, zone, open, new Conditions(opened, callback)));
            }
        }
        return worlds;
    }

    /// <summary>Moments after each change of a calendar, in each zone that callers may be in.</summary>
    private static IEnumerable<(DateTimeOffset, DateTimeZone)> Moments(FlowSet set, List<Calendar> calendars, ImmutableArray<string> byStaff, DateTimeOffset now)
    {
        var today = Instant.FromDateTimeOffset(now).InZone(set.Places.Zone).Date.At(Usual.TimeOfDay);
        var start = (today > Usual ? today : Usual).InZoneLeniently(set.Places.Zone).ToDateTimeOffset();
        var zones = set.Places.AllZones;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            var edges = calendars.SelectMany(c => c.Edges(start, Days, zone)).Append(start).Distinct().Order();
            foreach (var moment in edges.Where(m => seen.Add(string.Join(',', calendars.Select(c => c.IsOpen(m, zone, byStaff))))))
                yield return (moment, zone);
        }
    }

    /// <summary>By the clock where the caller is.</summary>
    public override string ToString() =>
        $"{Instant.FromDateTimeOffset(At).InZone(Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)}{(Conditions.Open.IsEmpty ? "" : $", open: {string.Join(", ", Conditions.Open)}")}";
}
