namespace Community211.Ivr.Trunk.Time;

/// <summary>
/// Runs every strand of the trunk one at a time, so that state needs no locks and the same seed gives the same order.
/// A strand is counted busy from the moment that somebody wakes it (queued here synchronously), not when it runs.
/// </summary>
internal sealed class Lane(Func<bool> onQuiet) : TaskScheduler
{
    private readonly Lock gate = new();
    private readonly Queue<Task> ready = new();
    private readonly List<TaskCompletionSource> waitingForIdle = [];
    private bool draining;
    private int holds;

    public override int MaximumConcurrencyLevel => 1;

    public bool Idle
    {
        get
        {
            lock (gate)
                return IsIdle;
        }
    }

    private bool IsIdle => !draining && ready.Count == 0 && holds == 0;

    public Task WhenIdle()
    {
        lock (gate)
        {
            if (IsIdle)
                return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waitingForIdle.Add(waiter);
            return waiter.Task;
        }
    }

    public void Hold()
    {
        lock (gate)
            holds++;
    }

    public void Release()
    {
        lock (gate)
        {
            holds--;
            if (holds > 0 || draining)
                return;
            // Only now may time be skipped, if nothing else is to be done.
            draining = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static lane => lane.Drain(), this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (gate)
        {
            ready.Enqueue(task);
            if (draining)
                return;
            draining = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static lane => lane.Drain(), this, preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
            return [.. ready];
    }

    private void Drain()
    {
        while (true)
        {
            Task? task;
            bool quiet;
            lock (gate)
            {
                ready.TryDequeue(out task);
                quiet = holds == 0;
            }
            if (task is not null)
            {
                TryExecuteTask(task);
                continue;
            }
            if (quiet && onQuiet())
                continue;
            lock (gate)
            {
                if (ready.Count > 0 || (holds == 0 && !quiet))
                    continue;
                draining = false;
                TellIdle();
                return;
            }
        }
    }

    private void TellIdle()
    {
        if (!IsIdle)
            return;
        foreach (var waiter in waitingForIdle)
            waiter.TrySetResult();
        waitingForIdle.Clear();
    }
}
