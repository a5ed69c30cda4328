using Community211.Ivr.Host.Workers;

namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>Workers look one after the other, after all requests: timers first, then the floor, then what is to be sent.</summary>
internal sealed class GatedTurns(Gate gate) : IWorkerTurns
{
    private static readonly string[] Order = [nameof(DueWorker), nameof(FloorWorker), nameof(CommandWorker), nameof(SweepWorker), nameof(AlertWorker), nameof(DecisionWorker)];

    public Task Take(string worker, CancellationToken stop) => Array.IndexOf(Order, worker) is var place and >= 0
        ? gate.Pass(VirtualWorld.FirstWorkerRank + place, worker, stop)
        : throw new InvalidOperationException($"The order has no place for {worker}.");
}
