namespace Community211.Ivr.Trunk.Time;

/// <summary>Something that happens once. Whoever sets it queues the waiting strands on the lane before <see cref="Set"/> returns.</summary>
internal sealed class Signal
{
    private readonly List<TaskCompletionSource> waiters = [];

    public bool IsSet { get; private set; }

    public void Set()
    {
        IsSet = true;
        foreach (var waiter in waiters)
            waiter.TrySetResult();
        waiters.Clear();
    }

    public async Task Wait(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (IsSet)
            return;
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiters.Add(waiter);
        using var cancelled = token.Register(() => waiter.TrySetCanceled(token));
        try
        {
            await waiter.Task;
        }
        finally
        {
            waiters.Remove(waiter);
        }
    }

    /// <summary>Waits for a strand without ending it when the wait is given up.</summary>
    public static async Task<T> Of<T>(Task<T> strand, CancellationToken token)
    {
        var done = new Signal();
        _ = Follow(strand, done);
        await done.Wait(token);
        return await strand;
    }

    private static async Task Follow(Task strand, Signal done)
    {
        await strand.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        done.Set();
    }
}
