namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>What came so far, in order, and tasks for what is still to come.</summary>
internal sealed class Lines<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _all = [];
    private readonly List<(Func<T, bool> Wanted, TaskCompletionSource<T> Found)> _waiting = [];
    private Exception? _closed;

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public void Add(T line)
    {
        lock (_gate)
        {
            _all.Add(line);
            foreach (var waiting in _waiting.Where(w => w.Wanted(line)).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Found.TrySetResult(line);
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void Close(string why)
    {
        lock (_gate)
        {
            _closed = new InvalidOperationException(why);
            foreach (var waiting in _waiting)
                waiting.Found.TrySetException(_closed);
            _waiting.Clear();
        }
    }

    /// <summary>The first that is wanted, after the first <paramref name="after"/> of all.</summary>
    public Task<T> First(Func<T, bool> wanted, int after = 0)
    {
        lock (_gate)
        {
            for (var i = after; i < _all.Count; i++)
            {
                if (wanted(_all[i]))
                    return Task.FromResult(_all[i]);
            }
            if (_closed is not null)
                return Task.FromException<T>(_closed);
            var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, found));
            return found.Task;
        }
    }
}
