using Community211.Ivr.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Storage;

/// <summary>A store on SQLite in a folder of its own, which is gone with it.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly TimeProvider clock;

    /// <param name="clock">Default: a clock that stands still at <see cref="Units.Start"/>.</param>
    public TemporaryStore(TimeProvider? clock = null)
    {
        this.clock = clock ?? new FakeTimeProvider(Units.Start);
        Store = SqliteStore.Open(Path, this.clock);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ivr-store-").FullName;

    /// <summary>The SQLite file.</summary>
    public string Path => System.IO.Path.Combine(Folder, "ivr.db");

    public SqliteStore Store { get; private set; }

    /// <summary>Closes the store and opens the same file again, as a restart does.</summary>
    public async Task<SqliteStore> Reopen()
    {
        await Store.DisposeAsync();
        return Store = SqliteStore.Open(Path, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
