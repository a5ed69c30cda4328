using System.Net;
using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;
using CsCheck;

namespace Community211.Ivr.Trunk.Tests.Calls;

/// <summary>Whatever a service answers: the call ends, nothing is left behind, and the trunk does not fail.</summary>
public sealed class AnyDocumentTests
{
    // Far more than any call needs that only loops while time passes.
    private const int MostRequests = 20_000;

    private static readonly object[] Script =
    [
        new { press = "1" }, new { say = "food bank" }, new { press = "2#" }, new { wait = 3 }, new { press = "*" }, new { say = "one two three" }, new { press = "11" },
    ];

    private static readonly string?[] Types =
        ["text/xml", "text/xml; charset=utf-8", "application/xml", "text/html", "text/plain", "audio/wav", "audio/mpeg", "application/json", "nonsense", null];

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        RandomTwiml.Document.Select(twiml => Encoding.UTF8.GetBytes($"<Response>{twiml}</Response>")),
        Gen.Select(RandomTwiml.Document, Gen.Int[0, 400], Gen.Byte, Cut),
        Gen.Int[0, 3000].Select(depth => Encoding.UTF8.GetBytes("<Response>" + string.Concat(Enumerable.Repeat("<Gather>", depth)))),
        Gen.Int[64_000, 68_000].Select(size => Encoding.UTF8.GetBytes($"<Response><Say>{new string('a', size)}</Say></Response>")));

    [Fact]
    public Task AnyDocuments_EndTheCallInBoundedSteps_AndLeaveNothingBehind() =>
        RandomTwiml.Document.Array[1, 6].SampleAsync(async documents =>
        {
            var requests = 0;
            await using var trunk = await TrunkDriver.Start(asked =>
                ++requests > MostRequests ? "<Hangup/>" : asked.Path is "/status" ? null : documents[requests % documents.Length]);
            await Play(trunk);
            Assert.True(requests < MostRequests, "The call went on and on.");
            NothingIsLeft(trunk);
        }, threads: 1, print: documents => string.Join("\n--\n", documents));

    [Fact]
    public Task AnyBytes_AreADocumentOrAnErrorWithTheFallback() =>
        Gen.Select(Bytes, RandomTwiml.OneOf(Types), RandomTwiml.OneOf<int>([200, 200, 200, 201, 302, 404, 500])).SampleAsync(async (bytes, type, status) =>
        {
            await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/fallback" ? "<Say>Fallback.</Say>" : "<Hangup/>");
            trunk.Web.Special = asked => asked.Path == "/inbound" ? Answer(bytes, type, status) : null;
            var call = await Play(trunk);
            NothingIsLeft(trunk);
            if (call.Warnings.Any(code => code is 11217 or 11216 or 12100 or 12101 or 12102 or 12300 or 11750 or 11770))
                Assert.Contains("Fallback.", call.Heard);
        }, threads: 1);

    private static async Task<PlacedCall> Play(TrunkDriver trunk)
    {
        var call = await trunk.Place(TrunkDriver.Simple(script: Script, hangUpAfter: 120));
        await trunk.Until(() => trunk.Exchange.Legs.All(leg => leg.IsOver && leg.LastCallback.IsCompleted), seconds: 20_000);
        await trunk.Pass(30);
        return call;
    }

    private static void NothingIsLeft(TrunkDriver trunk)
    {
        Assert.All(trunk.Exchange.Queues.All, queue => Assert.Empty(queue.Members));
        Assert.All(trunk.Exchange.Conferences.All, room => Assert.True(room.IsOver));
        Assert.All(trunk.Exchange.Recordings.All, recording => Assert.False(recording.IsLive));
        Assert.All(trunk.Exchange.Legs, leg => Assert.Null(leg.Bridge));
        Assert.All(trunk.Exchange.Legs, leg => Assert.DoesNotContain(leg.Story.Lines, line => line.Contains("The trunk failed", StringComparison.Ordinal)));
    }

    private static byte[] Cut(string twiml, int at, byte other)
    {
        var bytes = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{twiml}</Response>");
        bytes[at % bytes.Length] = other;
        return bytes;
    }

    private static HttpResponseMessage Answer(byte[] bytes, string? type, int status)
    {
        var content = new ByteArrayContent(bytes);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }
}
