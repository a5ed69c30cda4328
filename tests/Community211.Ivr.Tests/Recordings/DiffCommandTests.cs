using System.Text.Json;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Tests.Publishing;

namespace Community211.Ivr.Tests.Recordings;

/// <summary><c>diff</c> as it is typed.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private static readonly string Live = Path.Combine(Repository.Root, "ivr-flows");
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-diff-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Edited(string file, string old, string now)
    {
        foreach (var (name, text) in RealFlow.Files)
            File.WriteAllText(Path.Combine(_folder, name), name == file ? text.Replace(old, now, StringComparison.Ordinal) : text);
        return _folder;
    }

    [Fact]
    public async Task Diff_FlowsAlone_TellsStepsAndPrompts()
    {
        var (code, said, _) = await Typed.Run("diff", Live, Edited("ontario.yaml", "Pour le français, faites le 2.", "Français : le 2."));
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("  steps: welcome changed\n", said, StringComparison.Ordinal);
        Assert.Contains("[fr]: \"Pour le français, faites le 2.\" is now \"Français : le 2.\"\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("calls", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_RecordingsOnTheSameFlow_AllGoTheSameWay()
    {
        var (code, said, _) = await Typed.Run("diff", Live, Live, Shipped.Folder);
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains($"  same                   {Shipped.Names.Length}\n", said, StringComparison.Ordinal);
        Assert.Contains("  median ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_ACallWhenTheNumberThatItDialledIsGone_TellsFromAndTo()
    {
        var edited = Edited("places.yaml", "\"+16135550100\"", "\"+16135550109\"");
        var file = Path.Combine(_folder, "calls.forms");
        var requests = new[] { Import.Requests.Inbound, Import.Requests.Pressed }.Select(r => r.Replace("%2B16135550123", "anonymous", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(file, requests, TestContext.Current.CancellationToken);
        var (code, said, _) = await Typed.Run("diff", Live, edited, file, "--at", "2026-11-24 10:00", "--json");
        Assert.Equal(CommandLine.No, code);
        var calls = JsonSerializer.Deserialize<JsonElement>(said).GetProperty("calls");
        Assert.Equal((1, 1), (calls.GetProperty("calls").GetInt32(), calls.GetProperty("elsewhere").GetInt32()));
        var move = calls.GetProperty("moves")[0];
        Assert.Equal(
            ("east", "province", "queue, region", Import.Requests.Sid),
            (move.GetProperty("from").GetString(), move.GetProperty("to").GetString(), move.GetProperty("differs").GetString(), move.GetProperty("examples")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Diff_AFileOfRequests_IsImportedOnTheWayAndTellsWhatItCouldNotRead()
    {
        var file = Path.Combine(_folder, "calls.forms");
        await File.WriteAllLinesAsync(file, [Import.Requests.Inbound, Import.Requests.Pressed, "rubbish"], TestContext.Current.CancellationToken);
        var (code, said, _) = await Typed.Run("diff", Live, Live, file, "--at", "2026-11-24 10:00");
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("  same                    1\n", said, StringComparison.Ordinal);
        Assert.EndsWith("line 3: The line is no form: name=value, with & between.\nCould not be read, see above: 1\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_RevisionsOfTheService_AreReadFromIt()
    {
        await using var service = await PublishingService.Started();
        var first = service.Sets.Live.Revision;
        service.EditWelcome();
        Assert.Equal(CommandLine.Yes, (await service.Type("publish")).Code);
        var (code, said, errors) = await service.Type("diff", first[..6], "live");
        Assert.Equal((CommandLine.Yes, ""), (code, errors));
        Assert.StartsWith($"Between revision {first} and revision {service.Sets.Live.Revision}\n  steps: welcome changed\n", said, StringComparison.Ordinal);
        Assert.StartsWith("There is no flow folder abcdef", (await service.Type("diff", "abcdef", "live")).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere/at-all", "", "There is no flow folder nowhere/at-all")]
    [InlineData("", "nowhere.json", "There is no file or folder nowhere.json")]
    public async Task Diff_OfWhatIsNotThere_IsAskedWrongly(string old, string calls, string error)
    {
        var (code, _, errors) = await Typed.Run(["diff", old.Length > 0 ? old : Live, Live, .. calls.Length > 0 ? new[] { calls } : []]);
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.StartsWith(error, errors, StringComparison.Ordinal);
    }
}
