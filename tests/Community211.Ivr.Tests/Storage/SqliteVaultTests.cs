using System.Text;
using Community211.Ivr.Storage;
using Community211.Ivr.Calls.Ports;
using Microsoft.Data.Sqlite;

namespace Community211.Ivr.Tests.Storage;

/// <summary>What nobody but us may read, and what nobody may read any more.</summary>
public sealed class SqliteVaultTests : IAsyncLifetime
{
    private const string Secret = "caller +14165550102 pressed 4711";

    private TemporaryStore temporary = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string KeyFile => Path.Combine(temporary.Folder, "vault.key");

    public ValueTask InitializeAsync()
    {
        temporary = new TemporaryStore();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public async Task Private_InTheFiles_CannotBeRead()
    {
        await Commit(Units.Call(secret: Secret, reply: "spoken to all"));

        var bytes = Latin(temporary.Folder);
        Assert.Contains("spoken to all", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("+1416", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_SameTextTwice_IsEncryptedDifferently()
    {
        await Commit(Units.Call(secret: Secret));
        await Commit(Units.Call(expected: 1, secret: Secret));

        var ciphers = Query("SELECT hex(cipher) FROM vault");
        Assert.Equal(2, ciphers.Distinct().Count());
    }

    [Fact]
    public async Task Private_MovedToAnotherFact_DoesNotOpen()
    {
        await Commit(Units.Call(secret: Secret));
        await Commit(Units.Call(expected: 1, secret: "other"));
        Query("UPDATE vault SET cipher = (SELECT cipher FROM vault WHERE sequence = 1) WHERE sequence = 2");

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => temporary.Store.Facts("CA1", Stop));
    }

    [Fact]
    public async Task Forget_ACall_LeavesItsFactsAndOtherCalls()
    {
        await Commit(Units.Call("CA1", secret: Secret, token: "inbound", reply: "hello"));
        await Commit(Units.Call("CA2", secret: "stays"));
        var wrapped = Assert.Single(Query("SELECT hex(wrapped) FROM vault_keys WHERE call = 'CA1'"));

        Assert.True(await temporary.Store.Forget("CA1", Stop));
        Assert.False(await temporary.Store.Forget("CA1", Stop));
        Assert.False(await temporary.Store.Forget("never", Stop));

        var fact = Assert.Single(await temporary.Store.Facts("CA1", Stop));
        Assert.Equal(("inbound", "hello", null), (fact.Token, fact.Reply, fact.Private));
        Assert.Equal("stays", Assert.Single(await temporary.Store.Facts("CA2", Stop)).Private);
        Assert.DoesNotContain(wrapped, Convert.ToHexString(Bytes(temporary.Folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_OfACall_FindsItUntilItIsForgottenAndStandsInNoFile()
    {
        await Commit(Units.Call("CA1", secret: Secret) with { Number = "+14165550102" });
        await Commit(Units.Call("CA2", secret: Secret) with { Number = "+14165550102" });
        var hash = Query("SELECT hash FROM numbers WHERE call = 'CA1'").Single();

        await temporary.Store.Forget("CA1", Stop);

        Assert.Equal(["CA2"], await temporary.Store.CallsFrom("+14165550102", Units.Start, Stop));
        Assert.DoesNotContain("5550102", Latin(temporary.Folder), StringComparison.Ordinal);
        Assert.DoesNotContain(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("+14165550102"u8)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_ALiveCall_CoversWhatWasSoFar()
    {
        await Commit(Units.Call(secret: Secret));
        await temporary.Store.Forget("CA1", Stop);
        await Commit(Units.Call(expected: 1, secret: "later"));

        Assert.Equal([null, "later"], (await temporary.Store.Facts("CA1", Stop)).Select(fact => fact.Private));
    }

    [Fact]
    public async Task KeyFile_MissingWhileNeeded_IsNotReplaced()
    {
        await Commit(Units.Call(secret: Secret));
        File.Delete(KeyFile);

        await Refused("is missing", "from a backup");
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task KeyFile_MissingWhileNothingIsPrivate_IsMadeAnew()
    {
        await Commit(Units.Call());
        var old = await File.ReadAllTextAsync(KeyFile, Stop);
        File.Delete(KeyFile);

        await temporary.Reopen();
        Assert.NotEqual(old, await File.ReadAllTextAsync(KeyFile, Stop));
        Assert.Equal(32, Convert.FromBase64String(old).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64 !")]
    [InlineData("c2hvcnQ=")]
    [InlineData("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OQ==")]
    public async Task KeyFile_Malformed_IsRefused(string text)
    {
        await File.WriteAllTextAsync(KeyFile, text, Stop);

        await Refused("32 bytes in base64", "from a backup");
    }

    [Fact]
    public async Task KeyFile_OfAnotherDatabase_IsRefused()
    {
        await Commit(Units.Call(secret: Secret));
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[32]), Stop);

        await Refused("another database", "from a backup");
    }

    private static byte[] Bytes(string folder) =>
        [.. Directory.GetFiles(folder).Where(name => !name.EndsWith("-shm", StringComparison.Ordinal)).SelectMany(File.ReadAllBytes)];

    private static string Latin(string folder) => Encoding.Latin1.GetString(Bytes(folder));

    private async Task Commit(CallWrite call) =>
        Assert.Equal(CommitOutcome.Committed, (await temporary.Store.Commit(new CommitUnit { Call = call }, Stop)).Outcome);

    private async Task Refused(params string[] words)
    {
        var error = await Assert.ThrowsAsync<StorageException>(temporary.Reopen);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private List<string> Query(string sql)
    {
        using var db = new SqliteConnection($"Data Source={temporary.Path};Pooling=False");
        db.Open();
        return [.. Dapper.SqlMapper.Query<string>(db, sql)];
    }
}
