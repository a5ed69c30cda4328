using System.Buffers.Binary;
using System.Net;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class PlayTests
{
    [Fact]
    public async Task Play_OfAWave_LastsAsLongAsItIs()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play loop=\"2\">/a.wav</Play>" : null);
        trunk.Web.Special = asked => asked.Path == "/a.wav"
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Wave(8000, 24000)) } : null;
        var call = await trunk.Play();
        Assert.Equal([3.0, 3.0], call.Of("plays").Select(told => (double)told["seconds"]!));
        Assert.Equal(6, (int)call.The("ended")["duration"]!);
        // "Media fetches for <Play> do not carry the parameters."
        Assert.Empty(Assert.Single(trunk.Web.At("/a.wav")).Form);
    }

    [Fact]
    public async Task Play_OfAnythingElse_LastsFiveSeconds()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play>/a.mp3</Play>" : null);
        Assert.Equal(5, (int)(await trunk.Play()).The("ended")["duration"]!);
    }

    // "digits (`w` 0.5 s, `W` 1 s)"
    [Fact]
    public async Task Play_OfDigits_WaitsWhereTold()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play digits=\"wwW1\"/>" : null);
        Assert.Equal(2.2, (double)(await trunk.Play()).The("plays")["seconds"]!, 3);
    }

    private static byte[] Wave(int rate, int size)
    {
        var wave = new byte[44 + size];
        "RIFF"u8.CopyTo(wave);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), rate);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), size);
        return wave;
    }
}
