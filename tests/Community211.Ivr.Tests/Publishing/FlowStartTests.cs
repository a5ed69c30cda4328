using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Tests.Storage;

namespace Community211.Ivr.Tests.Publishing;

/// <summary>What is live when the service starts.</summary>
public sealed class FlowStartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_EmptyStore_PublishesTheFolder()
    {
        await using var service = await PublishingService.Started();
        var live = await service.Store.LivePublication(Stop);
        Assert.Equal((1, RealFlow.Set.Revision, "first start", null), (live!.Number, live.Revision, live.Who, live.Replaced));
        Assert.Equal(RealFlow.Set.Revision, service.Sets.Live.Revision);
        Assert.Empty(service.Log.Warnings);
    }

    [Fact]
    public async Task Start_EmptyStoreAndBrokenFolder_IsRefusedWithEachFinding()
    {
        await using var service = new PublishingService();
        service.Edit("ontario.yaml", "start: place", "start: plaza");
        var problem = await Assert.ThrowsAsync<ConfigurationProblem>(service.Start);
        Assert.Contains("has errors and cannot go live:\n  ontario.yaml:", problem.Message, StringComparison.Ordinal);
        Assert.Null(await service.Store.LivePublication(Stop));
    }

    [Fact]
    public async Task Start_FolderWasEditedSince_StaysWithWhatIsPublishedAndSaysHowToPublish()
    {
        await using var service = new PublishingService(await Published());
        service.EditWelcome();
        await service.Start();
        Assert.Equal(RealFlow.Set.Revision, service.Sets.Live.Revision);
        Assert.Contains("Publish it with: dotnet run", Assert.Single(service.Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_FolderIsBrokenOrGone_ServesWhatIsPublishedAndSaysSo(bool gone)
    {
        await using var service = new PublishingService(await Published());
        if (gone)
            Directory.Delete(service.Flows, recursive: true);
        else
            service.Edit("ontario.yaml", "start: place", "start: plaza");
        await service.Start();
        Assert.Equal(1, service.Sets.Now.Publication!.Number);
        Assert.Contains(gone ? "does not exist" : "There is no step 'plaza'", Assert.Single(service.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LiveRevisionCannotBeRead_UsesTheOneBefore()
    {
        var store = await Published();
        await store.Publish(Unreadable, 1, Stop);
        await using var service = await PublishingService.Started(store);
        Assert.Equal(1, service.Sets.Now.Publication!.Number);
        Assert.Contains(service.Log.Warnings, w => w.Contains("Publication 1, revision", StringComparison.Ordinal) && w.Contains("is used instead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_NothingPublishedCanBeRead_SaysWhatToDo()
    {
        var store = new MemoryStore(TimeProvider());
        await store.Publish(Unreadable, 0, Stop);
        await using var service = new PublishingService(store);
        Assert.Contains("restore a backup", (await Assert.ThrowsAsync<ConfigurationProblem>(service.Start)).Message, StringComparison.Ordinal);
    }

    private static PublicationWrite Unreadable => new("0123456789ab", ImmutableDictionary<string, string>.Empty.Add("a.yaml", "{"), Units.Start, "a newer version", "", null);

    private static async Task<MemoryStore> Published()
    {
        var store = new MemoryStore(TimeProvider());
        await store.Publish(new PublicationWrite(RealFlow.Set.Revision, RealFlow.Files, Units.Start, "ana", "", null), 0, Stop);
        return store;
    }

    private static Microsoft.Extensions.Time.Testing.FakeTimeProvider TimeProvider() => new(Units.Start);
}
