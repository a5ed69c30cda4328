using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Tests.Doctor;

/// <summary><c>doctor</c> where nothing runs: what it says, and that it leaves everything as it was.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Look_BeforeTheFirstStart_NothingIsWrongAndNothingIsMade()
    {
        var before = _house.Contents();
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains($"ok   Store           {Path.Combine("data", "ivr.db")} is not there yet: the first start makes it\n", said, StringComparison.Ordinal);
        Assert.Contains("can be made at the first start: data, ", said, StringComparison.Ordinal);
        Assert.Contains($"flows, revision {RealFlow.Set.Revision}, no findings\n", said, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing is wrong.\n", said, StringComparison.Ordinal);
        Assert.Equal(before, _house.Contents());
        Assert.False(Directory.Exists(_house.Data));
    }

    [Fact]
    public async Task Look_AfterARun_TellsTheStoreAndChangesNoByte()
    {
        await _house.Ran();
        var before = _house.Contents();
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        var known = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Community211.Ivr.Storage", "Migrations")).Length;
        Assert.Contains($"ivr.db, schema {known}, 1 call, 1 live; whole, and can be written\n", said, StringComparison.Ordinal);
        Assert.Contains($"publication 1, revision {RealFlow.Set.Revision}, since 2026-11-23 12:00Z by first start\n", said, StringComparison.Ordinal);
        Assert.Contains("warn Fallback        ", said, StringComparison.Ordinal);
        Assert.Equal(before, _house.Contents());
    }

    [Fact]
    public async Task Look_Json_SaysTheSame()
    {
        _house.With("Calls", "RingSeconds", "4");
        var (code, said) = await _house.Look("--json");
        var json = JsonSerializer.Deserialize<JsonElement>(said);
        Assert.Equal((CommandLine.No, 1), (code, json.GetProperty("fails").GetInt32()));
        var first = json.GetProperty("checks")[0];
        Assert.Equal(("fail", "Configuration"), (first.GetProperty("outcome").GetString(), first.GetProperty("subject").GetString()));
        Assert.Equal("Calls:RingSeconds is '4'. Allowed: a whole number from 5 to 120.", first.GetProperty("said").GetString());
    }

    [Fact]
    public async Task Configuration_WithSeveralMistakes_NamesAllAndLooksAtTheRest()
    {
        _house.With("Storage", "Path", "").With("Twilio", "AuthToken", "short").With("Calls", "RingSecond", "5");
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("FAIL Configuration   Storage:Path is ''.", said, StringComparison.Ordinal);
        Assert.Contains("FAIL Configuration   Twilio:AuthToken is '****'.", said, StringComparison.Ordinal);
        Assert.Contains("FAIL Configuration   Calls:RingSecond is not known. Did you mean Calls:RingSeconds?\n", said, StringComparison.Ordinal);
        Assert.Contains("warn Store           not looked at\n     do: Mend Storage:Path first.\n", said, StringComparison.Ordinal);
        Assert.Contains("ok   Flow folder     flows, revision ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Service\": ", "cannot be read: ")]
    [InlineData(null, "There is no configuration file ")]
    public async Task Configuration_BrokenOrMissing_IsTheOneThingToMend(string? text, string sentence)
    {
        File.Delete(_house.Configuration);
        if (text is not null)
            await File.WriteAllTextAsync(_house.Configuration, text, TestContext.Current.CancellationToken);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.EndsWith("\n1 thing to mend.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_AnotherProgramAtItsAddress_IsAFailure()
    {
        await using var other = Other();
        await other.StartAsync(TestContext.Current.CancellationToken);
        _house.With("Service", "Listen", other.Urls.Single());
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("FAIL Service         " + other.Urls.Single() + " is taken: something else than this service answers there (404)\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_HoldingTheStoreAndNotAnswering_IsAFailure()
    {
        await _house.Ran();
        await using var held = new FileStream(Path.Combine(_house.Data, "service.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("FAIL Service         does not answer at http://127.0.0.1:0, but a service holds the store\n", (await _house.Look()).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_AFileWhereAFolderBelongs_IsAFailure()
    {
        await File.WriteAllTextAsync(_house.Data, "", TestContext.Current.CancellationToken);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains($"FAIL Folders         {_house.Data} is a file where Storage:Path needs a folder\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FlowFolder_WithErrors_FailsBeforeTheFirstStartAndWarnsAfterIt()
    {
        var file = Path.Combine(_house.Flows, "ontario.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("start: place", "start: nowhere", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Matches(@"FAIL Flow folder     flows, revision [0-9a-f]{12}: \d+ errors?, the first: ontario.yaml:\d+: ", said);
        Assert.Contains("     do: The first start needs it. See each with its place and remedy: dotnet run --project src/Community211.Ivr.Host -- check\n", said, StringComparison.Ordinal);
        await _house.Ran();
        (code, said) = await _house.Look();
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("warn Flow folder     flows, revision ", said, StringComparison.Ordinal);
        Assert.Contains("     do: What is live stays live. See each with its place and remedy: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FlowFolder_OtherThanLive_SaysBoth()
    {
        await _house.Ran();
        await File.AppendAllTextAsync(Path.Combine(_house.Flows, "ontario.yaml"), "# later\n", TestContext.Current.CancellationToken);
        Assert.Contains($", no findings; live is revision {RealFlow.Set.Revision}\n     do: Publish the folder", (await _house.Look()).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateFiles_OpenToOthers_AreNamed()
    {
        if (OperatingSystem.IsWindows())
            return;
        await _house.Ran();
        var token = Path.Combine(_house.Data, "admin.token");
        await File.WriteAllTextAsync(token, new string('a', 64), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(token, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var (code, said) = await _house.Look();
        Assert.Equal(CommandLine.No, code);
        Assert.Contains($"FAIL Private files   {token} can be read by others than its owner\n     do: chmod 600 {token}\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 64), said, StringComparison.Ordinal);
    }

    private static WebApplication Other()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
