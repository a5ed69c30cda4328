using System.Diagnostics.CodeAnalysis;

namespace Community211.Ivr.Simulation;

/// <summary>What is to happen, by its time; of the same moment, in the order in which it was planned.</summary>
internal sealed class Agenda<T>
    where T : class
{
    private readonly PriorityQueue<T, (DateTimeOffset At, long Number)> ahead = new();
    private long last;

    /// <summary>The time of what was taken last.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Nothing more happens at this moment.</summary>
    public bool IsMomentOver => !ahead.TryPeek(out _, out var next) || next.At > Now;

    public void At(DateTimeOffset when, T what) => ahead.Enqueue(what, (when, ++last));

    /// <summary>Takes what is next, and moves the time to it.</summary>
    public bool TryNext([MaybeNullWhen(false)] out T what)
    {
        if (!ahead.TryDequeue(out what, out var when))
            return false;
        Now = when.At;
        return true;
    }
}
