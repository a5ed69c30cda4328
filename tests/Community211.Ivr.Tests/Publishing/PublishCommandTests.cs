using System.Text.Json;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Tests.Publishing;

/// <summary><c>publish</c> as it is typed.</summary>
public sealed class PublishCommandTests
{
    [Fact]
    public async Task Publish_AnEdit_SaysWhatChangesAndMakesItLive()
    {
        await using var service = await PublishingService.Started();
        var first = service.Sets.Live.Revision;
        service.EditWelcome();
        var (code, said, errors) = await service.Type("publish", "--note", "Shorter.", "--who", "ana");
        Assert.Equal((CommandLine.Yes, ""), (code, errors));
        var live = service.Sets.Now;
        Assert.StartsWith($"From revision {first} to {live.Set.Revision}:\n  steps: welcome changed\n", said, StringComparison.Ordinal);
        Assert.Contains("[fr]: \"Pour le français, faites le 2.\" is now \"En français, faites le 2.\"\n", said, StringComparison.Ordinal);
        Assert.EndsWith($"Live: publication 2, revision {live.Set.Revision}, since 2026-11-23 12:00:00Z, by ana: Shorter.\n", said, StringComparison.Ordinal);
        Assert.Equal((2, first, "ana", "Shorter."), (live.Publication!.Number, live.Publication.Replaced, live.Publication.Who, live.Publication.Note));
    }

    [Fact]
    public async Task Publish_CommentsOnly_SaysSo()
    {
        await using var service = await PublishingService.Started();
        service.Edit("ontario.yaml", "start: place", "start: place   # first");
        var (code, said, _) = await service.Type("publish");
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains(": comments and layout only.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_WhatIsLiveAlready_ChangesNothing()
    {
        await using var service = await PublishingService.Started();
        var (code, said, _) = await service.Type("publish");
        Assert.Equal(CommandLine.Yes, code);
        Assert.StartsWith("Live: publication 1, ", said, StringComparison.Ordinal);
        Assert.Single(await service.Store.Publications(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Publish_WithAnError_IsRefusedWithPlaceAndRemedyAndKept()
    {
        await using var service = await PublishingService.Started();
        service.Edit("ontario.yaml", "    finished: goodbye", "    finished: godbye");
        var (code, said, _) = await service.Type("publish", "--note", "Farewell");
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith("Not published. Revision ", said, StringComparison.Ordinal);
        Assert.Matches(@"\n  ontario.yaml:\d+:\d+: unknown-step: There is no step 'godbye'. Did you mean 'goodbye'\?\n", said);
        Assert.Equal(1, service.Sets.Now.Publication!.Number);

        var list = (await service.Type("publish", "--list")).Said;
        Assert.StartsWith("live  publication 1, revision ", list, StringComparison.Ordinal);
        Assert.Matches(@"\nLast refusal: revision [0-9a-f]{12}, 2026-11-23 12:00:00Z, by .*: Farewell\n  ontario.yaml:", list);
    }

    [Fact]
    public async Task Publish_EarlierRevision_GoesBackInOneStep()
    {
        await using var service = await PublishingService.Started();
        var first = service.Sets.Live.Revision;
        service.EditWelcome();
        await service.Type("publish");
        var (code, said, _) = await service.Type("publish", first[..5], "--who", "ana");
        Assert.Equal(CommandLine.Yes, code);
        Assert.Contains("Live: publication 3, revision " + first, said, StringComparison.Ordinal);
        Assert.Equal(first, service.Sets.Live.Revision);
        Assert.Matches("^live  publication 3, .*\n      publication 2, .*\n      publication 1, ", (await service.Type("publish", "--list")).Said);
    }

    [Fact]
    public async Task Publish_SomebodyElseWasFirst_SaysWhatChangedInBetween()
    {
        await using var service = await PublishingService.Started();
        service.EditWelcome();
        await service.Type("publish", "--who", "ana");
        service.Edit("ontario.yaml", "wait: 4s", "wait: 5s");
        var (code, said, _) = await service.Type("publish", "--expect", "1");
        Assert.Equal(CommandLine.No, code);
        Assert.Contains("Not published. Publication 2, revision ", said, StringComparison.Ordinal);
        Assert.Contains("by ana. Look at what changed, then publish again.\nWhat changed in between:\n  steps: welcome changed\n", said, StringComparison.Ordinal);
        Assert.Equal(2, service.Sets.Now.Publication!.Number);
    }

    [Fact]
    public async Task Publish_Json_IsTheAnswerAlone()
    {
        await using var service = await PublishingService.Started();
        service.EditWelcome();
        var published = JsonSerializer.Deserialize<JsonElement>((await service.Type("publish", "--json")).Said);
        Assert.Equal((2, service.Sets.Live.Revision), (published.GetProperty("number").GetInt32(), published.GetProperty("revision").GetString()));
        var conflict = JsonSerializer.Deserialize<JsonElement>((await service.Type("publish", service.Sets.Now.Publication!.Replaced!, "--expect", "7", "--json")).Said);
        Assert.Equal(2, conflict.GetProperty("live").GetProperty("number").GetInt32());
        var list = JsonSerializer.Deserialize<JsonElement>((await service.Type("publish", "--list", "--json")).Said);
        Assert.Equal(JsonValueKind.Null, list.GetProperty("lastRefusal").ValueKind);
        Assert.Equal(2, list.GetProperty("publications").GetArrayLength());
    }

    [Fact]
    public async Task Publish_UnknownRevision_AnswersNo()
    {
        await using var service = await PublishingService.Started();
        Assert.Equal(
            (CommandLine.No, "Not published. No revision 'xyz' was ever published. 'publish --list' names those that were.\n", ""),
            await service.Type("publish", "xyz"));
    }

    [Fact]
    public async Task Publish_FolderThatIsNotThere_IsAskedWrongly()
    {
        await using var service = await PublishingService.Started();
        var (code, _, errors) = await service.Type("publish", "--folder", Path.Combine(service.Flows, "nowhere"));
        Assert.Equal(CommandLine.AskedWrongly, code);
        Assert.Contains("nowhere cannot be read: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitCommit_OutsideAnyWorkTree_IsNotKnown()
    {
        await using var service = new PublishingService();
        Assert.Null(await GitCommit.Of(service.Flows, TestContext.Current.CancellationToken));
        Assert.Null(await GitCommit.Of(Path.Combine(service.Flows, "nowhere"), TestContext.Current.CancellationToken));
    }
}
