using System.Collections.Immutable;
using System.Xml.Linq;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;

namespace Community211.Ivr.Tests.Publishing;

/// <summary>What another node published is live here after the next look; calls in progress keep what they began with.</summary>
public sealed class FlowSwitchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_AnotherNodePublished_NewCallsBeginWithItAndOldOnesKeepTheirs()
    {
        await using var one = await PublishingService.Started();
        await using var two = await PublishingService.Started(one.Store);
        var before = two.Sets.Live;
        one.EditWelcome();
        await one.Type("publish");
        Assert.Same(before, two.Sets.Live);
        await two.Look();
        Assert.Equal(one.Sets.Live.Revision, two.Sets.Live.Revision);
        Assert.Same(before, await two.Sets.Get(before.Revision, Stop));
    }

    [Fact]
    public async Task Get_RevisionThatCannotBeRead_IsTheLiveOneAndLoggedOnce()
    {
        await using var service = await PublishingService.Started();
        await service.Store.SaveRevision("0123456789ab", ImmutableDictionary<string, string>.Empty.Add("a.yaml", "{"), Stop);
        Assert.Same(service.Sets.Live, await service.Sets.Get("0123456789ab", Stop));
        Assert.Same(service.Sets.Live, await service.Sets.Get("0123456789ab", Stop));
        Assert.Same(service.Sets.Live, await service.Sets.Get("never kept", Stop));
        Assert.Equal(2, service.Log.Warnings.Count());
    }

    [Theory]
    [InlineData("start: place", "start: plaza", "unknown-step", false)]
    [InlineData("    finished: goodbye", "    finished: godbye", "unknown-step", false)]
    [InlineData("Pour le français, faites le 2.", "", "text-empty", true)]
    public async Task Get_RevisionWithAnError_IsUsedOnlyWhenNothingIsMissingInIt(string old, string young, string code, bool used)
    {
        await using var service = await PublishingService.Started();
        var files = RealFlow.Files.SetItem("ontario.yaml", RealFlow.Files["ontario.yaml"].Replace(old, young, StringComparison.Ordinal));
        var findings = new Findings();
        Assert.Null(FlowLoader.Load(files, findings));
        Assert.Contains(findings.Sorted(), f => f.Code == code);
        var revision = FlowFolder.Revision(files);
        await service.Store.SaveRevision(revision, files, Stop);
        Assert.Equal(used ? revision : service.Sets.Live.Revision, (await service.Sets.Get(revision, Stop)).Revision);
        Assert.Equal(used ? 0 : 1, service.Log.Warnings.Count(w => w.Contains(code, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Look_PublicationThatCannotBeReadHere_KeepsWhatIsLive()
    {
        await using var service = await PublishingService.Started();
        var before = service.Sets.Now;
        await service.Store.Publish(new PublicationWrite("0123456789ab", ImmutableDictionary<string, string>.Empty, Units.Start, "newer", "", null), 1, Stop);
        await service.Look();
        await service.Look();
        Assert.Same(before, service.Sets.Now);
        Assert.Single(service.Log.Warnings, w => w.Contains("stays live", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publication_WithOtherAgents_SignsThemInAndOut()
    {
        await using var service = await PublishingService.Started();
        service.Edit("places.yaml", "id: toronto-2", "id: toronto-9");
        await service.Type("publish");
        Assert.Equal(AgentPhase.Available, (await service.Store.LoadAgent("toronto-9", Stop))!.State.Phase);
        Assert.Equal(AgentPhase.Off, (await service.Store.LoadAgent("toronto-2", Stop))!.State.Phase);
    }

    [Fact]
    public async Task Publication_WithoutAnAgentWhoTalks_SignsThemOutAfterwards()
    {
        await using var service = await PublishingService.Started();
        var agent = await Write(service.Store, "toronto-2", a => a with { Phase = AgentPhase.Talking });
        service.Edit("places.yaml", "id: toronto-2", "id: toronto-9");
        await service.Type("publish");
        await service.Look();
        Assert.Equal(agent, (await service.Store.LoadAgent("toronto-2", Stop))!.State);
        await Write(service.Store, "toronto-2", a => a with { Phase = AgentPhase.Available });
        await service.Look();
        Assert.Equal(AgentPhase.Off, (await service.Store.LoadAgent("toronto-2", Stop))!.State.Phase);
    }

    [Fact]
    public async Task Publication_Live_HasItsFallbackDocuments()
    {
        await using var service = await PublishingService.Started();
        Assert.Equal(
            [.. RealFlow.Set.Places.Regions.Keys.Append("province").Select(r => $"{r}.xml").Order(StringComparer.Ordinal)],
            Directory.EnumerateFiles(service.Fallback).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        service.Edit("places.yaml", "+14165550190", "+14165550191");
        service.Edit("phrases.yaml", "One moment. We are connecting you to a person.", "One moment, please.");
        await service.Type("publish");
        var toronto = XElement.Load(Path.Combine(service.Fallback, "toronto.xml"));
        Assert.Equal(["Say", "Say", "Dial", "Dial"], toronto.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(("One moment, please.", "en-US"), (toronto.Elements("Say").First().Value, toronto.Elements("Say").First().Attribute("language")!.Value));
        Assert.Equal(["+14165550191", "+14375550190"], toronto.Descendants("Number").Select(n => n.Value));
        Assert.Equal(["+14375550190"], XElement.Load(Path.Combine(service.Fallback, "province.xml")).Descendants("Number").Select(n => n.Value));
        Assert.All(Directory.EnumerateFiles(service.Fallback), f => Assert.DoesNotContain("http", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publication_FallbackFolderCannotBeWritten_IsLiveAllTheSame()
    {
        await using var service = await PublishingService.Started();
        Directory.Delete(service.Fallback, recursive: true);
        await File.WriteAllTextAsync(service.Fallback, "", Stop);
        service.EditWelcome();
        Assert.Equal(0, (await service.Type("publish")).Code);
        await service.Look();
        Assert.Equal(2, service.Sets.Now.Publication!.Number);
        Assert.Single(service.Log.Warnings);
        File.Delete(service.Fallback);
        await service.Look();
        Assert.True(File.Exists(Path.Combine(service.Fallback, "toronto.xml")));
    }

    private static async Task<AgentState> Write(IStore store, string id, Func<AgentState, AgentState> change)
    {
        var (state, version) = (await store.LoadAgent(id, Stop))!;
        var changed = change(state);
        Assert.Equal(CommitOutcome.Committed, (await store.Commit(new CommitUnit { Agents = [new AgentWrite(id, version, changed)] }, Stop)).Outcome);
        return changed;
    }
}
