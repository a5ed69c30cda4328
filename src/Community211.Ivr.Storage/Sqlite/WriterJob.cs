using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>Something to be written in the next group; done is done for whoever waits for it.</summary>
internal abstract class WriterJob
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int phase;

    /// <summary>What went wrong with this job alone; null while nothing did.</summary>
    public Exception? Error { get; protected set; }

    /// <summary>Whether it is to be written now: not if it was withdrawn. Once taken it cannot be; its outcome is told.</summary>
    public bool Take() => Interlocked.CompareExchange(ref phase, Taken, Waiting) == Waiting;

    /// <summary>Gives up waiting, unless it is being written.</summary>
    public void Withdraw()
    {
        if (Interlocked.CompareExchange(ref phase, Withdrawn, Waiting) == Waiting)
            Cancel();
    }

    /// <summary>Writes inside a savepoint; false: take it back. May be called again when the group's transaction was lost.</summary>
    public abstract bool Write(SqliteConnection db);

    /// <summary>Notes what <see cref="Write"/> threw.</summary>
    public void Broke(Exception error) => Error = error;

    /// <summary>Tells the waiter the result, or <see cref="Error"/>; the transaction is durable.</summary>
    public abstract void Finish();

    /// <summary>Tells the waiter that it was not written, or that this is not known.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel();
}
