using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Recordings;

namespace Community211.Ivr.Tests.Recordings.Import;

/// <summary><c>import</c> as it is typed.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private static readonly string Flows = Path.Combine(Repository.Root, "ivr-flows");
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    [Fact]
    public async Task Import_FormBodies_MakesRecordingsThatDiffReads()
    {
        var file = Write("calls.forms", Requests.Inbound.Replace("6135550123", "6132367788", StringComparison.Ordinal), Requests.Pressed);
        var (code, said, errors) = await Typed.Run("import", file, "--save", PathOf("calls"), "--at", "2026-11-24 10:00");
        Assert.Equal((CommandLine.Yes, $"Calls saved to {PathOf("calls")}: 1\n", ""), (code, said, errors));
        var recording = RecordingFile.Read(File.ReadAllText(PathOf($"calls/{Requests.Sid}.json")));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(-5)), recording.Webhooks[0].At);
        Assert.Contains(recording.Webhooks[0].Form, f => f is { Key: "From", Value: "+16132360123" });
        (code, said, _) = await Typed.Run("diff", Flows, Flows, PathOf("calls"));
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("  same                    1\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TwiceIntoOneFolder_OverwritesOnlyWhenForced()
    {
        var file = Write("calls.forms", Requests.Inbound, Requests.Pressed);
        Assert.Equal(CommandLine.Yes, (await Typed.Run("import", file, "--save", _folder)).Code);
        var (code, _, errors) = await Typed.Run("import", file, "--save", _folder);
        Assert.Equal((CommandLine.AskedWrongly, $"1 of 1 recordings are in {_folder} already, {Requests.Sid}.json for one. Nothing was written; --force overwrites them.\n"), (code, errors));
        Assert.Equal(CommandLine.Yes, (await Typed.Run("import", file, "--save", _folder, "--force")).Code);
    }

    [Fact]
    public async Task Import_PartlyUnreadable_SavesTheRestAndSaysWhere()
    {
        var file = Write("calls.forms", Requests.Inbound, "From=%zz", "/health", "CallSid=CA9&Direction=outbound-api", Requests.Pressed);
        var (code, said, _) = await Typed.Run("import", file, "--save", PathOf("calls"));
        Assert.Equal(CommandLine.No, code);
        Assert.Equal(
            $"""
            {file}(2): A percent sign is not followed by two hexadecimal digits.
            Calls saved to {PathOf("calls")}: 1
            No webhooks, left out: 1
            About legs to agents, without whose call, left out: 1
            Could not be read, see above: 1

            """,
            said);
        var (_, json, _) = await Typed.Run("import", file, "--save", PathOf("again"), "--json");
        Assert.Equal(2, JsonSerializer.Deserialize<JsonElement>(json).GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Import_AnArchive_IsToldByItsName()
    {
        await File.WriteAllTextAsync(PathOf("calls.har"), Requests.Archive(Requests.Entry("https://ivr.example/voice/inbound", Requests.Text(Requests.Inbound))), TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Yes, (await Typed.Run("import", PathOf("calls.har"), "--save", PathOf("calls"))).Code);
        Assert.DoesNotContain("ivr.example", await File.ReadAllTextAsync(PathOf($"calls/{Requests.Sid}.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfAnImportedCall_SaysThatThereIsNothingToCompareWith()
    {
        var file = Write("calls.forms", Requests.Inbound, Requests.Pressed);
        await Typed.Run("import", file, "--save", PathOf("calls"));
        var (code, said, _) = await Typed.Run("replay", PathOf("calls"));
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith($"CANNOT   {Requests.Sid}.json", said, StringComparison.Ordinal);
        Assert.Contains("It was recorded elsewhere and imported from calls.forms", said, StringComparison.Ordinal);
        Assert.EndsWith("0 of 1 calls as recorded, 1 not to be replayed.\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--at", "yesterday", "--at: 'yesterday' is no time.")]
    [InlineData("--at", "2026-13-01 10:00", "--at: '2026-13-01 10:00' is no time.")]
    public async Task Import_ATimeThatIsNone_IsAskedWrongly(string option, string value, string error)
    {
        var (code, _, errors) = await Typed.Run("import", Write("calls.forms", Requests.Inbound), "--save", _folder, option, value);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith(error, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FileThatIsNotThere_IsAskedWrongly() =>
        Assert.Equal((CommandLine.AskedWrongly, "", "There is no file nowhere.forms.\n"), await Typed.Run("import", "nowhere.forms", "--save", _folder));
}
