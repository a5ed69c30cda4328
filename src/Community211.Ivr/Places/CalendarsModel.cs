using System.Collections.Immutable;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>The calendars of a deployment.</summary>
/// <param name="Calendars">By id.</param>
public sealed record CalendarsModel(ImmutableDictionary<string, Calendar> Calendars)
{
    /// <summary>Whether a calendar is open.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="moment">When.</param>
    /// <param name="callerZone">The caller's zone, for calendars that go by it.</param>
    /// <param name="opened">Ids of calendars that staff have open then.</param>
    public bool IsOpen(string id, DateTimeOffset moment, DateTimeZone callerZone, ImmutableArray<string> opened) => Calendars.ContainsKey(id) && opened.Contains(id);
}

/// <summary>A calendar.</summary>
public sealed record Calendar(string Id);
