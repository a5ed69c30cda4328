namespace Community211.Ivr.Host.Workers;

internal sealed class TurnsAtOnce : IWorkerTurns
{
    public Task Take(string worker, CancellationToken stop) => Task.CompletedTask;
}
