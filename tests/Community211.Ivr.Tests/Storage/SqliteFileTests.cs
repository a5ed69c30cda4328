using System.Runtime.Versioning;
using Community211.Ivr.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Storage;

/// <summary>The file itself: made, found again, refused.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ivr-file-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder, "deep", "er", "ivr.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_WhereNothingIs_MakesFolderAndFilesForTheOwnerOnly()
    {
        await using (var store = Open())
        {
            await store.Commit(Units.Fact(), Stop);
            Assert.Equal(["ivr.db", "ivr.db-shm", "ivr.db-wal", "vault.key"], Names());
            Assert.All(Directory.GetFiles(Path.GetDirectoryName(File)!), name => Assert.Equal("600", Mode(name)));
        }

        Assert.Equal(["ivr.db", "vault.key"], Names());
    }

    [Fact]
    public async Task Open_AFileThatOthersMayRead_TakesThatAway()
    {
        await Open().DisposeAsync();
        System.IO.File.SetUnixFileMode(File, System.IO.File.GetUnixFileMode(File) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await using var store = Open();
        Assert.Equal("600", Mode(File));
    }

    [Fact]
    public async Task Open_AfterARestart_FindsEverything()
    {
        await using var temporary = new TemporaryStore();
        var unit = Units.Fact(token: "inbound", reply: "hello") with
        {
            Call = Units.Call(token: "inbound", secret: "+14165550102"),
            Entry = Units.Entry(page: 7),
            Agents = [new("agent-1", 0, Units.Agent(call: "CA1", offer: "offer-1"))],
            Commands = [Units.Command("c1"), Units.Command("c2")],
            Due = [Units.Due("d1", 1)],
        };
        await temporary.Store.Commit(unit, Stop);
        await temporary.Store.SaveRevision("abc", [], Stop);
        var before = await StoreContent.Of(temporary.Store, Stop);

        var after = await temporary.Reopen();

        Assert.Equal(before, await StoreContent.Of(after, Stop));
        Assert.Contains("4165550102", before, StringComparison.Ordinal);
        Assert.NotNull(await after.LoadRevision("abc", Stop));
        Assert.Equal(Ivr.Calls.Ports.CommitOutcome.Repeated, (await after.Commit(unit, Stop)).Outcome);
    }

    [Fact]
    public async Task Open_AnEmptyFile_MakesItADatabase()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllBytesAsync(File, [], Stop);

        await using var store = Open();
        await store.Probe(Stop);
    }

    [Fact]
    public async Task Open_AfterAFirstStartThatWasCutOff_GoesOn()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Run("CREATE TABLE migrations (SchemaVersionID INTEGER PRIMARY KEY AUTOINCREMENT, ScriptName TEXT, Applied DATETIME)");

        await using var store = Open();
        await store.Probe(Stop);
    }

    [Theory]
    [InlineData("these are notes and no database; they are long enough to have been one, had they begun as one begins")]
    [InlineData("short")]
    public async Task Open_Garbage_IsRefusedUntouched(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, content, Stop);
        var mode = Mode(File);

        Refused(File, "not a SQLite database", "Nothing was changed", "Storage:Path");
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File, Stop));
        Assert.Equal(mode, Mode(File));
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_IsRefused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Run("CREATE TABLE songs (title TEXT)");

        Refused(File, "another program", "Nothing was changed", "Storage:Path");
    }

    [Fact]
    public async Task Open_ANewerDatabase_IsRefusedWithTheScriptThatIsUnknown()
    {
        await Open().DisposeAsync();
        Run("INSERT INTO migrations (ScriptName, Applied) VALUES ('9999-later.sql', '2027-01-01')");

        Refused(File, "newer version", "9999-later.sql", "restore a backup");
    }

    [Fact]
    public void Open_AFolder_IsRefused()
    {
        Directory.CreateDirectory(File);

        Refused(File, "cannot be opened", "Storage:Path names a file");
    }

    [Fact]
    public void Open_BelowAFile_IsRefused()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "deep"), "a file");

        Refused(File, "cannot be opened", "its folder");
    }

    [Fact]
    public async Task Commit_AfterClosing_IsRefused()
    {
        var store = Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Commit(Units.Fact(), Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.LoadFloor(Stop));
    }

    private static string Mode(string path) => Convert.ToString((int)System.IO.File.GetUnixFileMode(path), 8);

    private SqliteStore Open() => SqliteStore.Open(File, new FakeTimeProvider(Units.Start));

    private IEnumerable<string?> Names() =>
        Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void Refused(params string[] words)
    {
        var error = Assert.Throws<StorageException>(Open);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private void Run(string sql)
    {
        using var db = new SqliteConnection($"Data Source={File};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
