using System.Xml.Linq;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Endpoints;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Community211.Ivr.Tests.Host;

/// <summary>"A failure of ours inside a call is answered with TwiML that brings the caller to the ten-digit line, never with silence or a hang-up."</summary>
public sealed class VoiceDoorFailureTests
{
    private const string Sid = "CA00000000000000000000000000000001";
    private const string TorontoDialled = "+14165550100";
    private const string TorontoLine = "+14165550190";
    private const string ProvinceLine = "+14375550190";

    private readonly IStore _store = Substitute.For<IStore>();
    private readonly VoiceDoor _door;

    public VoiceDoorFailureTests()
    {
        var (set, _) = FlowSets.Read(Path.Combine(Repository.Root, "ivr-flows"));
        var flows = new FlowSets(_store, set);
        var calls = new CallHandler(_store, flows, Substitute.For<IIds>(), new PlainConditions(), new CallSignals(), new CallRules(), Clock());
        _door = new VoiceDoor(calls, flows, new Urls("http://127.0.0.1:5211"), Clock(), NullLogger<VoiceDoor>.Instance);
        _store.LoadCall("", CancellationToken.None).ThrowsAsyncForAnyArgs(new IOException("disk full"));
    }

    public static TheoryData<Route, CallEvent> OwnLeg => new()
    {
        { Route.Inbound, new CallArrived(TorontoDialled) },
        { Route.Step, new CallerAnswered(1, InLine: false) },
        { Route.QueueResult, new LineLeft(1, "leave") },
        { Route.Connect, new ConnectAsked(1) },
        { Route.Resume, new ResumeAsked(1, null, null) },
        { Route.Fallback, new FallbackAsked(1, "11200") },
    };

    [Theory]
    [MemberData(nameof(OwnLeg))]
    public async Task Answer_StoreFails_BringsTheCallerToTheRegionsLine(Route route, CallEvent happened)
    {
        var twiml = await Answer(route, happened, TorontoDialled);
        Assert.Equal(TorontoLine, twiml.Descendants("Number").Single().Value);
        Assert.NotEmpty(twiml.Elements("Say"));
    }

    [Fact]
    public async Task Answer_StoreFailsAndRegionIsNotDialled_BringsTheCallerToTheProvincesLine()
    {
        var twiml = await Answer(Route.Inbound, new CallArrived("+18005550199"), "+18005550199");
        Assert.Equal(ProvinceLine, twiml.Descendants("Number").Single().Value);
    }

    [Fact]
    public async Task Answer_StoreFailsAfterTheRegionsLineDidNotAnswer_TriesTheProvinces()
    {
        var twiml = await Answer(Route.Resume, new ResumeAsked(null, "line", "no-answer"), TorontoDialled);
        Assert.Equal(ProvinceLine, twiml.Descendants("Number").Single().Value);
    }

    // "From a wait page, which cannot Dial, by Leave and the queue result."
    [Fact]
    public async Task Answer_StoreFailsOnAWaitPage_HoldsOnceThenLeavesTheLine()
    {
        var first = await Answer(Route.Wait, new PageAsked(2, "QU1"), TorontoDialled);
        Assert.Equal("http://127.0.0.1:5211/voice/wait?at=again", first.Elements("Redirect").Single().Value);
        Assert.NotEmpty(first.Elements("Say"));
        var second = await Answer(Route.Wait, new PageAsked(null, "QU1", Again: true), TorontoDialled);
        Assert.Equal("Leave", second.Elements().Single().Name.LocalName);
    }

    [Fact]
    public async Task Answer_StoreFailsOnANotification_SaysThatItWasNotStored()
    {
        Assert.Null(await _door.Answer(Route.Status, Webhook(new CallerStatus("completed", 0), TorontoDialled), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answer_CallChangesUnderEveryAttempt_IsAFailureLikeAnyOther()
    {
        _store.LoadCall("", TestContext.Current.CancellationToken).ReturnsForAnyArgs((StoredCall?)null);
        _store.Commit(new CommitUnit(), TestContext.Current.CancellationToken).ReturnsForAnyArgs(new CommitResult(CommitOutcome.Conflict));
        var twiml = await Answer(Route.Inbound, new CallArrived(TorontoDialled), TorontoDialled);
        Assert.Equal(TorontoLine, twiml.Descendants("Number").Single().Value);
    }

    private async Task<XElement> Answer(Route route, CallEvent happened, string dialled) =>
        XElement.Parse((await _door.Answer(route, Webhook(happened, dialled), TestContext.Current.CancellationToken))!);

    private static Webhook Webhook(CallEvent happened, string dialled) => new(Sid, happened, "AC00000000000000000000000000000211", dialled);

    private static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
}
