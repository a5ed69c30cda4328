namespace Community211.Ivr.Host.Workers;

/// <summary>When a worker may look for work. In life at once; in virtual time one worker after the other, when all else has come to rest.</summary>
internal interface IWorkerTurns
{
    Task Take(string worker, CancellationToken stop);
}
