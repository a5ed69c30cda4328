using Community211.Ivr.Calls;
using Community211.Ivr.Host.Admin;

namespace Community211.Ivr.Tests.Recordings;

public sealed class ForgottenCallTests
{
    private const int Kept = 3;

    [Fact]
    public async Task Recording_OfACall_HoldsItsWebhooks()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), Kept);
        var recording = await call.Maker.Make(call.Recording.CallSid, TestContext.Current.CancellationToken);
        Assert.Equal((Kept, null), (recording!.Webhooks.Length, recording.Gone));
        Assert.Equal(call.Recording.Webhooks[1].Form.Select(f => f.Key), recording.Webhooks[1].Form.Select(f => f.Key));
        Assert.Contains(recording.Webhooks[1].Form, f => f is { Key: "Digits", Value: "2" });
    }

    [Fact]
    public async Task Recording_OfAForgottenCall_SaysThatItsWebhooksAreGone()
    {
        await using var call = await Forgotten();
        var recording = await call.Maker.Make(call.Recording.CallSid, TestContext.Current.CancellationToken);
        Assert.Empty(recording!.Webhooks);
        Assert.StartsWith($"The requests of {Kept} of {Kept} webhooks are gone", recording.Gone, StringComparison.Ordinal);
        Assert.Equal(("fr", "east"), (recording.Verdict.Language, recording.Verdict.Region));
        Assert.Equal([recording.Gone!], await Shipped.Replay(recording, Shipped.Flows));
    }

    [Fact]
    public async Task Story_OfAForgottenCall_IsToldWithoutItsPrivateParts()
    {
        await using var call = await Forgotten();
        var story = await CallStory.Tell(call.Recording.CallSid, call.Store, call.Flows, TestContext.Current.CancellationToken);
        Assert.Equal(("fr", "east", "waiting"), (story!.Language, story.Region, story.Phase));
        Assert.Equal(Kept, story.Facts.Length);
        Assert.NotEmpty(story.Facts[1].Why);
        Assert.DoesNotContain("+1613236", CallJson.Write(story), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_OfAnUnknownCall_IsNone()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), 0);
        Assert.Null(await call.Maker.Make("CA00000000000000000000000000000009", TestContext.Current.CancellationToken));
    }

    private static async Task<KeptCall> Forgotten()
    {
        var call = await KeptCall.Of(Shipped.Read("french.json"), Kept);
        Assert.True(await call.Store.Forget(call.Recording.CallSid, TestContext.Current.CancellationToken));
        return call;
    }
}
