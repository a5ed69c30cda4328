using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>Writes a group of jobs in one transaction, a savepoint for each, on the one connection that writes.</summary>
internal sealed class GroupTransaction(Database database) : IDisposable
{
    private SqliteConnection? connection;

    /// <summary>Tells every job what became of it. A group whose transaction fails is run again job by job.</summary>
    public void Run(IReadOnlyList<WriterJob> group)
    {
        if (!Begin(group))
            return;
        try
        {
            foreach (var job in group)
                Write(job);
            connection!.Execute("COMMIT");
        }
        catch (Exception error)
        {
            Reset();
            if (group.Count == 1)
                group[0].Fail(error);
            else
                RunAlone(group);
            return;
        }

        foreach (var job in group)
            job.Finish();
    }

    public void Dispose() => connection?.Dispose();

    // Nothing was tried when this fails, and one job alone would fare no better.
    private bool Begin(IReadOnlyList<WriterJob> group)
    {
        try
        {
            connection ??= database.Writer();
            connection.Execute("BEGIN IMMEDIATE");
            return true;
        }
        catch (Exception error)
        {
            Reset();
            foreach (var job in group)
                job.Fail(error);
            return false;
        }
    }

    private void RunAlone(IReadOnlyList<WriterJob> group)
    {
        foreach (var job in group)
            Run([job]);
    }

    private void Write(WriterJob job)
    {
        connection!.Execute("SAVEPOINT job");
        var keep = false;
        try
        {
            keep = job.Write(connection!);
        }
        catch (Exception error) when (raw.sqlite3_get_autocommit(connection!.Handle) == 0)
        {
            job.Broke(error);
        }

        if (!keep)
            connection!.Execute("ROLLBACK TO job");
        connection!.Execute("RELEASE job");
    }

    // Closing takes back what is not committed, whatever state the connection is in.
    private void Reset()
    {
        connection?.Dispose();
        connection = null;
    }
}
