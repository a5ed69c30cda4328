using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>The calendars that staff opened.</summary>
public interface IOpenings
{
    /// <summary>Opens a calendar; one that is open keeps its beginning in the history and lasts as this one says.</summary>
    Task Open(Opening opening, CancellationToken stop);

    /// <summary>Closes a calendar before its end; false if it is not open at that time.</summary>
    Task<bool> Close(string calendar, DateTimeOffset at, string who, CancellationToken stop);

    /// <summary>Openings that are not over at a time, by calendar.</summary>
    Task<ImmutableArray<Opening>> Openings(DateTimeOffset now, CancellationToken stop);
}
