using System.Xml.Linq;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Endpoints;
using Community211.Ivr.Tests.Calls;
using Community211.Ivr.Tests.Flows;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Community211.Ivr.Tests.Host;

public sealed class RecordedVoiceTests
{
    private const string Dialled = "+14165550100";
    private const string Clips = """
        recordings:
          - { file: audio/welcome.wav, language: en, says: "2-1-1. Stay on the line for a person. In a crisis, press 9." }
          - { file: audio/moment.wav, language: en, says: "One moment. We are connecting you to a person." }

        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Answer_TextThatIsRecorded_IsPlayedFromTheRevision()
    {
        var (twiml, revision) = await Answer(new MemoryStore(_clock));
        Assert.Equal($"http://127.0.0.1:5211/audio/{revision}/welcome.wav", twiml.Descendants("Play").Single().Value);
        Assert.Contains("Pour le français, faites le 2.", twiml.Descendants("Say").Select(s => s.Value));
    }

    [Fact]
    public async Task Answer_StoreFails_IsSpokenSinceRecordingsComeOutOfIt()
    {
        var store = Substitute.For<IStore>();
        store.LoadCall("", CancellationToken.None).ThrowsAsyncForAnyArgs(new IOException("disk full"));
        var (twiml, _) = await Answer(store);
        Assert.Empty(twiml.Descendants("Play"));
        Assert.NotEmpty(twiml.Descendants("Say"));
    }

    private async Task<(XElement Twiml, string Revision)> Answer(IStore store)
    {
        var set = RealFlow.Load(RealFlow.Files.Add("audio.yaml", Clips).Add("audio/welcome.wav", Wav.Of(3)).Add("audio/moment.wav", Wav.Of(2)));
        var flows = new FlowSets(store, set);
        var calls = new CallHandler(store, flows, new CountedIds(), new PlainConditions(), new CallSignals(), new CallRules(), _clock);
        var door = new VoiceDoor(calls, flows, new Urls("http://127.0.0.1:5211"), _clock, NullLogger<VoiceDoor>.Instance);
        var webhook = new Webhook("CA00000000000000000000000000000001", new CallArrived(Dialled), "AC00000000000000000000000000000211", Dialled);
        return (XElement.Parse((await door.Answer(Route.Inbound, webhook, TestContext.Current.CancellationToken))!), set.Revision);
    }
}
