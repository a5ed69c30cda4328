using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>What supervisors were told. Alerts are written with the unit that gives rise to them.</summary>
public interface IAlerts
{
    /// <summary>The newest alerts, newest first.</summary>
    /// <param name="region">Of one region; null: of all.</param>
    /// <param name="after">Only those with a higher number; 0: from the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Gives up.</param>
    Task<ImmutableArray<StoredAlert>> Alerts(string? region, long after, int most, CancellationToken stop);
}

/// <summary>An alert as stored.</summary>
/// <param name="Id">1, 2, 3 and so on.</param>
/// <param name="Alert">What supervisors are told.</param>
public sealed record StoredAlert(long Id, Alert Alert);
