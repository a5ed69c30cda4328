using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>A leg's webhooks that wait for the next one to overtake them.</summary>
internal sealed class HeldBack
{
    private readonly List<Signal> waiting = [];
    private readonly List<Task> under = [];

    public void Under(Task strand) => under.Add(strand);

    /// <summary>Completes when nothing is held back any more.</summary>
    public Task All => Task.WhenAll(under);

    public async Task UntilNext(TrunkTime time, TimeSpan most)
    {
        var next = new Signal();
        waiting.Add(next);
        using var timer = time.Timer(next.Set);
        timer.Change(most, Timeout.InfiniteTimeSpan);
        await next.Wait(CancellationToken.None);
        waiting.Remove(next);
    }

    /// <summary>Another one was sent: whoever waited goes now.</summary>
    public void Overtaken()
    {
        foreach (var next in waiting.ToArray())
            next.Set();
        waiting.Clear();
    }
}
