namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>
/// Whatever passes between carrier and service, and every look of a worker, waits here until all else has come to rest, and goes
/// one by one in an order that no scheduler decides: by rank, then by what it is.
/// </summary>
internal sealed class Gate
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private long last;

    public async Task Pass(int rank, string what, CancellationToken stop)
    {
        Waiting mine;
        lock (gate)
        {
            mine = new Waiting(rank, what, ++last);
            waiting.Add(mine);
        }
        await using var given = stop.Register(() =>
        {
            lock (gate)
                waiting.Remove(mine);
            mine.Gone.TrySetCanceled(stop);
        });
        await mine.Gone.Task;
    }

    /// <summary>Lets the first one through; false when nobody waits.</summary>
    public bool Release()
    {
        Waiting? first;
        lock (gate)
        {
            first = waiting.OrderBy(one => one.Rank).ThenBy(one => one.What, StringComparer.Ordinal).ThenBy(one => one.Number).FirstOrDefault();
            if (first is null)
                return false;
            waiting.Remove(first);
        }
        first.Gone.TrySetResult();
        return true;
    }

    private sealed record Waiting(int Rank, string What, long Number)
    {
        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
