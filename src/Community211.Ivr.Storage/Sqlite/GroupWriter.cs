using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>One thread that writes what is queued, in groups: while one group goes to the disk, the next one gathers.</summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int MostInGroup = 128;
    private const int MostQueued = 4096;

    private readonly Channel<WriterJob> queue = Channel.CreateBounded<WriterJob>(
        new BoundedChannelOptions(MostQueued) { SingleReader = true });
    private readonly GroupTransaction transaction;
    private readonly Task loop;
    private int unwritten;

    public GroupWriter(Database database)
    {
        transaction = new GroupTransaction(database);
        loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Writes that are asked for and not yet told done.</summary>
    public int Unwritten => Volatile.Read(ref unwritten);

    /// <summary>Returns when the write is durable, or was taken back. Cancelling helps only while it waits in the queue.</summary>
    /// <exception cref="StorageException">Not written, or not known whether it was.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public async Task<T> Write<T>(Func<SqliteConnection, T> write, Func<T, bool> keep, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var job = new WriterJob<T>(write, keep);
        await using var registration = stop.Register(job.Withdraw);
        Interlocked.Increment(ref unwritten);
        try
        {
            await queue.Writer.WriteAsync(job, stop);
            return await job.Done;
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore), "The store is closed.");
        }
        finally
        {
            Interlocked.Decrement(ref unwritten);
        }
    }

    /// <summary>Writes what is queued and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        transaction.Dispose();
    }

    // Waits blocking, on a thread of its own, so that a busy thread pool does not hold up the disk.
    private void Loop()
    {
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var group = new List<WriterJob>();
            while (group.Count < MostInGroup && queue.Reader.TryRead(out var job))
            {
                if (job.Take())
                    group.Add(job);
            }

            if (group.Count > 0)
                transaction.Run(group);
        }
    }
}
