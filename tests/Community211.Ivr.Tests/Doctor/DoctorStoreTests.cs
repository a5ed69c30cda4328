using Community211.Ivr.Host.Commands;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>Stores that a service would not open, or not as they are: named, and left alone.</summary>
public sealed class DoctorStoreTests : IAsyncLifetime
{
    private readonly House _house = new();

    private string Key => Path.Combine(_house.Data, "vault.key");

    public async ValueTask InitializeAsync() => await _house.Ran();

    public ValueTask DisposeAsync()
    {
        _house.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Store_OfAnotherKey_IsAFailure()
    {
        await File.WriteAllTextAsync(Key, Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        await Fails("vault.key belongs to another database\n     do: Put the right one back from a backup.\n");
    }

    [Fact]
    public async Task Store_WithoutItsKey_IsAFailureAndNoneIsMade()
    {
        File.Delete(Key);
        await Fails("vault.key is missing, but the database holds private parts encrypted with it\n     do: Put the file back");
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task Store_OfANewerProgram_IsAFailure()
    {
        Execute("INSERT INTO migrations (ScriptName, Applied) VALUES ('9999-later.sql', '2026-11-23')");
        await Fails("was written by a newer version of this program (it has 9999-later.sql, unknown here)\n");
    }

    [Fact]
    public async Task Store_OfAnotherProgram_IsAFailure()
    {
        Execute("PRAGMA application_id = 7");
        await Fails("ivr.db is a SQLite database of another program\n     do: Nothing was changed. Set Storage:Path to another file.\n");
    }

    [Fact]
    public async Task Store_ThatIsNone_IsAFailure()
    {
        await File.WriteAllTextAsync(_house.Database, new string('x', 5000), TestContext.Current.CancellationToken);
        await Fails("cannot be opened (SQLite Error 26");
    }

    [Fact]
    public async Task Store_WithADamagedPage_IsAFailure()
    {
        var bytes = await File.ReadAllBytesAsync(_house.Database, TestContext.Current.CancellationToken);
        // An index of the calls, so that everything else can still be read.
        var page = 4096 * (Page("calls_newest") - 1);
        bytes.AsSpan(page + 8, 200).Fill(0xff);
        await File.WriteAllBytesAsync(_house.Database, bytes, TestContext.Current.CancellationToken);
        await Fails("Stop the service and restore a backup");
    }

    [Fact]
    public async Task Store_OfAnOlderProgram_IsAWarningAndNotUpgraded()
    {
        Execute("DELETE FROM migrations WHERE ScriptName NOT LIKE '0001%'; DROP TABLE decisions; DROP TABLE tokens; DROP TABLE alerts; DROP TABLE reveals; DROP TABLE openings; DROP TABLE refusal; DROP TABLE publications;");
        var before = _house.Contents();
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        var known = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Community211.Ivr.Storage", "Migrations")).Length;
        Assert.Contains($"ivr.db has schema 1, this program {known}: the next start upgrades it\n", said, StringComparison.Ordinal);
        Assert.Contains("ok   Live flow       nothing is published yet", said, StringComparison.Ordinal);
        Assert.Equal(before, _house.Contents());
    }

    [Fact]
    public async Task Store_ThatAnotherProgramLocks_IsAFailureAndNotWaitedForLong()
    {
        using var db = Open();
        using var begin = db.CreateCommand();
        begin.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        await Fails("Another program holds its lock.");
    }

    private async Task Fails(string sentence)
    {
        var before = File.Exists(Key);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("FAIL Store           ", said, StringComparison.Ordinal);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(Key));
    }

    private int Page(string index)
    {
        using var db = Open();
        using var command = db.CreateCommand();
        command.CommandText = $"SELECT rootpage FROM sqlite_master WHERE name = '{index}'";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Execute(string sql)
    {
        using var db = Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection($"Data Source={_house.Database};Pooling=False;Foreign Keys=False");
        db.Open();
        return db;
    }
}
