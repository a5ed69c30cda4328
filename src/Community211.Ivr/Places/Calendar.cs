using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace Community211.Ivr.Places;

/// <summary>
/// When something is open. Hours are wall time: when the clock jumps forward over an edge, the edge is the moment of the jump; when a
/// wall time comes twice, hours begin at the first and end at the second. So nothing closes and opens again because of a clock, and no
/// opening is lost.
/// </summary>
/// <param name="Id">As flows name it.</param>
/// <param name="Zone">Where the wall clock hangs; null: where the caller is.</param>
/// <param name="Weekly">Monday first, seven days; empty when staff alone decide.</param>
/// <param name="Holidays">Hours on the days of a set, in place of the weekly ones; the first set that has the day decides.</param>
/// <param name="Exceptions">Hours on single days, before everything else.</param>
/// <param name="OpenedByStaff">Closed until staff open it; with weekly hours, open only when both say so.</param>
public sealed record Calendar(
    string Id,
    DateTimeZone? Zone,
    ImmutableArray<ImmutableArray<CalendarHours>> Weekly,
    ImmutableArray<CalendarHolidays> Holidays,
    ImmutableArray<CalendarException> Exceptions,
    bool OpenedByStaff)
{
    private const int Horizon = 400;

    private static readonly ZoneLocalMappingResolver Beginning = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Ending = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Whether it is open.</summary>
    /// <param name="moment">The time.</param>
    /// <param name="callerZone">The caller's zone, for a calendar that goes by it.</param>
    /// <param name="opened">Ids of the calendars that staff have open at that moment.</param>
    public bool IsOpen(DateTimeOffset moment, DateTimeZone callerZone, ImmutableArray<string> opened)
    {
        if (OpenedByStaff && (opened.IsDefault || !opened.Contains(Id)))
            return false;
        return Weekly.IsEmpty || IsWithin(moment.ToInstant(), Zone ?? callerZone);
    }

    /// <summary>The next moment, within 400 days, at which the answer changes without staff; null if there is none.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset moment, DateTimeZone callerZone, ImmutableArray<string> opened)
    {
        if (Weekly.IsEmpty || (OpenedByStaff && (opened.IsDefault || !opened.Contains(Id))))
            return null;
        var zone = Zone ?? callerZone;
        var open = IsWithin(moment.ToInstant(), zone);
        var until = moment.AddDays(Horizon);
        foreach (var edge in Edges(moment, Horizon + 1, callerZone).Where(e => e <= until).Order())
        {
            if (IsWithin(edge.ToInstant(), zone) != open)
                return edge;
        }
        return null;
    }

    /// <summary>Whether it is open at every moment, whatever staff do.</summary>
    public bool NeverCloses =>
        !OpenedByStaff && !Weekly.IsEmpty && Weekly.Concat(Holidays.Select(h => h.Hours)).Concat(Exceptions.Select(e => e.Hours)).All(h => h is [{ From: 0, Until: CalendarHours.Day }]);

    /// <summary>Moments after a moment, within some days, at which its hours may begin or end; unordered, some more than once.</summary>
    public IEnumerable<DateTimeOffset> Edges(DateTimeOffset from, int days, DateTimeZone callerZone)
    {
        var zone = Zone ?? callerZone;
        var now = from.ToInstant();
        var first = now.InZone(zone).Date.PlusDays(-1);
        return Weekly.IsEmpty
            ? []
            : Enumerable.Range(0, days + 2).SelectMany(d => Spans(first.PlusDays(d), zone)).SelectMany(s => new[] { s.Start, s.End }).Where(e => e > now).Select(e => e.ToDateTimeOffset());
    }

    /// <summary>The hours that begin on a day: the exception's, else the holiday's, else the weekly ones.</summary>
    public ImmutableArray<CalendarHours> HoursOn(DateOnly day)
    {
        foreach (var exception in Exceptions)
        {
            if (day >= exception.From && day <= exception.Until)
                return exception.Hours;
        }
        foreach (var set in Holidays)
        {
            if (set.Days.On(day) is not null)
                return set.Hours;
        }
        return Weekly.IsEmpty ? [] : Weekly[((int)day.DayOfWeek + 6) % 7];
    }

    private bool IsWithin(Instant moment, DateTimeZone zone)
    {
        var today = moment.InZone(zone).Date;
        return Spans(today, zone).Concat(Spans(today.PlusDays(-1), zone)).Any(s => s.Start <= moment && moment < s.End);
    }

    private IEnumerable<(Instant Start, Instant End)> Spans(LocalDate day, DateTimeZone zone) => HoursOn(day.ToDateOnly()).Select(h => (
        zone.ResolveLocal(day.AtMidnight().PlusMinutes(h.From), Beginning).ToInstant(),
        zone.ResolveLocal(day.AtMidnight().PlusMinutes(h.Until), Ending).ToInstant()));
}

/// <summary>Hours on the days of a set of holidays.</summary>
public sealed record CalendarHolidays(Holidays Days, ImmutableArray<CalendarHours> Hours);

/// <summary>Hours on some days, both ends included.</summary>
public sealed record CalendarException(DateOnly From, DateOnly Until, ImmutableArray<CalendarHours> Hours);
