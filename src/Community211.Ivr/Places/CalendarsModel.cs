using System.Collections.Immutable;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>The calendars of <c>calendars.yaml</c>.</summary>
/// <param name="Calendars">By id.</param>
public sealed record CalendarsModel(ImmutableDictionary<string, Calendar> Calendars)
{
    /// <summary>Sets of holidays, by id.</summary>
    public ImmutableDictionary<string, Holidays> Holidays { get; init; } = ImmutableDictionary<string, Holidays>.Empty;

    /// <summary>Whether a calendar is open; one that is not known is closed.</summary>
    /// <param name="id">The calendar.</param>
    /// <param name="moment">The time.</param>
    /// <param name="callerZone">The caller's zone, for calendars with <c>zone: caller</c>.</param>
    /// <param name="opened">Ids of calendars that staff have open at that moment.</param>
    public bool IsOpen(string id, DateTimeOffset moment, DateTimeZone callerZone, ImmutableArray<string> opened) =>
        Calendars.TryGetValue(id, out var calendar) && calendar.IsOpen(moment, callerZone, opened);
}
