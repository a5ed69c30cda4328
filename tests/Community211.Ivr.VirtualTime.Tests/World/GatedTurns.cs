using Community211.Ivr.Host.Workers;

namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>Workers look one after the other, after all requests: timers first, then the floor, then what is to be sent.</summary>
internal sealed class GatedTurns(Gate gate) : IWorkerTurns
{
    private static readonly string[] Order = ["DueWorker", "FloorWorker", "CommandWorker", "SweepWorker", "FlowWorker"];

    public Task Take(string worker, CancellationToken stop) => gate.Pass(VirtualWorld.FirstWorkerRank + Array.IndexOf(Order, worker), worker, stop);
}
