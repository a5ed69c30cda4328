using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>A job with a result.</summary>
/// <param name="write">Writes, and says what it came to.</param>
/// <param name="keep">Whether a result's writes are kept.</param>
internal sealed class WriterJob<T>(Func<SqliteConnection, T> write, Func<T, bool> keep) : WriterJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Done => done.Task;

    public override bool Write(SqliteConnection db)
    {
        Error = null;
        result = write(db);
        return keep(result);
    }

    public override void Finish()
    {
        if (Error is null)
            done.TrySetResult(result!);
        else
            Fail(Error);
    }

    public override void Fail(Exception error) => done.TrySetException(error is StorageException ? error : Trouble.Writing(error));

    protected override void Cancel() => done.TrySetCanceled();
}
