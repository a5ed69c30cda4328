namespace Community211.Ivr.Calls.Ports;

/// <summary>What we ask of the carrier. Implementations retry only what is safe to repeat.</summary>
public interface ICarrier
{
    /// <summary>Sends one request. Never throws for what the carrier or the network did; that is the reply.</summary>
    Task<CarrierReply> Send(CarrierRequest request, CancellationToken stop);

    /// <summary>Makes sure that the carrier's queues exist and hold as many callers as it allows (5,000); done at start, repeated without harm.</summary>
    /// <param name="queues">Their names.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Whether all are as they should be.</returns>
    Task<bool> Prepare(IReadOnlyCollection<string> queues, CancellationToken stop) => Task.FromResult(true);

    /// <summary>What the carrier knows of live calls, for the sweep; null when it cannot be asked now.</summary>
    Task<CarrierView?> View(CancellationToken stop);
}
