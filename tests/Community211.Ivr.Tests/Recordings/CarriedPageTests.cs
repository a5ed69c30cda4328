using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Commands;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>Calls in the store as they are run through other flows.</summary>
public sealed class CarriedPageTests
{
    private static readonly string Flows = Path.Combine(Repository.Root, "ivr-flows");

    private static Task<CarriedPage> Read(KeptCall call, string? after = null, int most = 10) =>
        CarriedPage.Read(after, most, call.Store, call.Flows, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Page_OfAForgottenCall_HasItsAnswersByMeaning()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), 3);
        Assert.True(await call.Store.Forget(call.Recording.CallSid, TestContext.Current.CancellationToken));
        var carried = Assert.Single((await Read(call)).Calls);
        Assert.Equal((AnswerOrder.ByStep, null, "+16135550100", "Ottawa"), (carried.Order, carried.Unusable, carried.To, carried.Town));
        Assert.Equal("welcome: fr", Assert.Single(carried.Answers).ToString());
        var compared = new CallComparer(Shipped.Flows, Shipped.Changed(("ontario.yaml", "keys: { 2: fr, 3: other }", "keys: { 4: fr, 3: other }"))).Compare(carried);
        Assert.Equal((Comparison.Same, "fr", "east"), (compared.Comparison, compared.After!.Landing!.Language, compared.After.Landing.Queue));
    }

    [Fact]
    public async Task Page_OfACallThatHungUpOrStillRings_SaysSo()
    {
        await using var over = await KeptCall.Of(Shipped.Read("hang-up-at-welcome.json"), 10);
        Assert.True(Assert.Single(Assert.Single((await Read(over)).Calls).Answers).HungUp);
        await using var live = await KeptCall.Of(Shipped.Read("french.json"), 1);
        Assert.Equal("its record ends at step 'welcome', before any line", Assert.Single((await Read(live)).Calls).Unusable);
    }

    [Fact]
    public async Task Pages_AreFollowedToTheLast()
    {
        await using var call = await KeptCall.Of(Shipped.Read("french.json"), 3);
        var page = await Read(call, most: 1);
        Assert.Equal(call.Recording.CallSid, page.Next);
        Assert.Equal((0, null), ((await Read(call, page.Next, 1)).Calls.Length, (await Read(call, page.Next, 1)).Next));
    }

    [Fact]
    public async Task Diff_WithTheStore_ComparesItsCalls()
    {
        await using var service = await AdminStandIn.Start(3);
        var (code, said, errors) = await service.Type("diff", Flows, Flows, "store");
        Assert.Equal((CommandLine.Yes, ""), (code, errors));
        Assert.Contains("\n1 call\n", said, StringComparison.Ordinal);
        await service.Stop();
        (code, _, errors) = await service.Type("diff", Flows, Flows, "store");
        Assert.Equal(CommandLine.No, code);
        Assert.StartsWith("Nobody answers: ", errors, StringComparison.Ordinal);
    }
}
