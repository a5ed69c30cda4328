using System.Text.Json;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Publishing;

/// <summary>A menu is edited, published to a running service and taken back; nobody who is on the line notices.</summary>
public sealed class PublishTests : IDisposable
{
    private const string French = "Pour le français, faites le 2.";
    private const string NewFrench = "Pour le français, faites le 4.";
    private static readonly (string, string)[] Quick = [("Calls__RingSeconds", "5"), ("Calls__AwaySeconds", "1"), ("Calls__WrapUpSeconds", "0")];

    private readonly EditedFlows _flows = new();

    public void Dispose() => _flows.Dispose();

    [Fact]
    public async Task Calls_WhileAMenuIsPublishedAndTakenBack_GoOnAsTheyBegan()
    {
        await using var service = await Started();
        await service.NobodyAnswers();
        var first = await Live(service);
        var inLine = await service.Trunk.Call("+16132160123", ("talk", 1), ("script", Script.Press("2")));
        await service.Wait(inLine, Moment.Waiting);
        var inMenu = Webhook.NewSid();
        Assert.Contains(French, (await Webhook.Inbound(inMenu).Send(service)).Body, StringComparison.Ordinal);

        EditMenu();
        var published = await service.Command("publish", "--note", "French moves to 4.");
        Assert.True(published.Code == 0, published.ToString());
        Assert.Contains("steps: welcome changed", published.Output, StringComparison.Ordinal);
        var second = await Live(service);
        Assert.Equal((1, 2), (first.Number, second.Number));

        // The caller in the menu is understood as the menu was; the one in line stays there.
        await Webhook.Step(inMenu, 1, "2").Send(service);
        var story = await service.Admin($"calls/{inMenu}");
        Assert.Equal(("fr", first.Revision), (story.GetProperty("language").GetString(), story.GetProperty("revision").GetString()));
        await inLine.Asked("/voice/wait", inLine.Events.Count);
        var newcomer = Webhook.NewSid();
        Assert.Contains(NewFrench, (await Webhook.Inbound(newcomer).Send(service)).Body, StringComparison.Ordinal);
        await Webhook.Step(newcomer, 1, "4").Send(service);
        Assert.Equal("fr", (await service.Admin($"calls/{newcomer}")).GetProperty("language").GetString());

        var back = await service.Command("publish", first.Revision[..6]);
        Assert.True(back.Code == 0, back.ToString());
        Assert.Equal((3, first.Revision), await Live(service));
        Assert.Equal(second.Revision, (await service.Admin($"calls/{newcomer}")).GetProperty("revision").GetString());
        Assert.Contains(French, (await Webhook.Inbound(Webhook.NewSid()).Send(service)).Body, StringComparison.Ordinal);

        await service.Everybody(new { answer = "agent", ringFor = 0.2, acceptAfter = 0.2 });
        await inLine.Heard("talking");
        Assert.Equal("caller", (await inLine.Heard("ended")).GetProperty("by").GetString());
        Assert.Single(inLine.Of("queued"));
        Assert.Equal(first.Revision, (await service.Admin($"calls/{inLine.Sid}")).GetProperty("revision").GetString());
    }

    [Fact]
    public async Task Publish_TwoAtOnce_OneWinsAndTheOtherHearsWhatChanged()
    {
        using var other = new EditedFlows();
        other.Edit("ontario.yaml", "wait: 4s", "wait: 5s");
        await using var service = await Started();
        EditMenu();
        var both = await Task.WhenAll(service.Command("publish", "--expect", "1"), service.Command("publish", "--expect", "1", "--folder", other.Path));
        var loser = Assert.Single(both, p => p.Code == 1);
        Assert.Single(both, p => p.Code == 0);
        Assert.Contains("What changed in between:\n  ", loser.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Live(service)).Number);
    }

    [Fact]
    public async Task Publish_KilledAtTheSameMoment_LeavesTheOldOrTheNewOneWhole()
    {
        await using var service = await Started();
        var before = await Live(service);
        EditMenu();
        var log = new FileInfo($"{service.Database}-wal");
        var asItWas = Size(log);
        var published = service.Command("publish");
        // The files are some hundred kilobytes, nothing else is: the transaction has just begun or is just over.
        await Patience.Until(() => Task.FromResult(Size(log)), size => size > asItWas + 50_000, "That the publication is being written");
        await service.Kill();
        await published;
        await service.Start();
        var after = await Live(service);
        Assert.True(after == before || after.Number == 2, $"{after}");
        var kept = await service.Admin("flows/live");
        Assert.Equal(after.Revision, kept.GetProperty("revision").GetString());
        Assert.Contains(after == before ? French : NewFrench, kept.GetProperty("files").GetProperty("ontario.yaml").GetString(), StringComparison.Ordinal);
        Assert.Contains(after == before ? French : NewFrench, (await Webhook.Inbound(Webhook.NewSid()).Send(service)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_ServiceKilled_IsLiveAfterwardsWhateverTheFolderHolds()
    {
        await using var service = await Started();
        EditMenu();
        Assert.Equal(0, (await service.Command("publish")).Code);
        var live = await Live(service);
        _flows.Edit("ontario.yaml", "start: place", "start: plaza");
        await service.KillAndRestart();
        Assert.Equal(live, await Live(service));
        Assert.Contains(service.Program.Output.All, line => line.Contains("There is no step 'plaza'", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(service.Folder, "fallback", "toronto.xml")));
    }

    private static long Size(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }

    private void EditMenu()
    {
        _flows.Edit("ontario.yaml", French, NewFrench);
        _flows.Edit("ontario.yaml", "keys: { 2: fr, 3: other }", "keys: { 4: fr, 3: other }");
        _flows.Edit("ontario.calls.yaml", "does: [2", "does: [4");
    }

    private Task<ServiceUnderTest> Started() => ServiceUnderTest.Started([.. Quick, _flows.Setting]);

    private static async Task<(int Number, string Revision)> Live(ServiceUnderTest service)
    {
        using var answer = await service.Http.GetAsync("health/ready", TestContext.Current.CancellationToken);
        var live = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("published");
        return (live.GetProperty("publication").GetInt32(), live.GetProperty("revision").GetString()!);
    }
}
