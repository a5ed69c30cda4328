namespace Community211.Ivr.Carrier;

/// <summary>Whether the carrier's REST API can be asked at present.</summary>
public interface ICarrierHealth
{
    /// <summary>The circuit breaker is open: requests come back as unknown without being sent. Ends with the first that succeeds.</summary>
    bool Open { get; }

    /// <summary>
    /// Raised after <see cref="Open"/> changed, on the thread of the request that changed it: be brief. A sweep is due when it closes.
    /// </summary>
    event EventHandler? Changed;
}
