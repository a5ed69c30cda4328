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
        var call = await trunk.Play();
        Assert.Equal(2.2, (double)call.The("plays")["seconds"]!, 3);
        Assert.Equal("wwW1", (string?)call.The("sends")["digits"]);
    }

    [Theory]
    [InlineData("12ww3", 1.6)]
    [InlineData("0123456789", 2)]
    public async Task Play_OfDigits_IsToldInRoundSeconds(string digits, double seconds)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Play digits=\"{digits}\"/>" : null);
        var call = await trunk.Play();
        Assert.Equal(seconds, (double)call.The("plays")["seconds"]!);
        Assert.Equal(seconds, (double)call.The("sends")["seconds"]!);
    }

    // 11217 for what is not there, 13420 "Play: Invalid Content-Type": nothing is heard, the call goes on.
    [Theory]
    [InlineData(404, null, 11217)]
    [InlineData(200, "text/html", 13420)]
    public async Task Play_OfWhatCannotBePlayed_IsToldAndSkipped(int status, string? type, int code)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play>/a.mp3</Play><Say>Next verb.</Say>" : null);
        trunk.Web.Special = asked => asked.Path != "/a.mp3" ? null
            : type is null ? StandIn.Status(status) : StandIn.Xml("<html/>", type);
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Empty(call.Of("plays"));
        Assert.Equal(["Next verb."], call.Heard);
    }

    // Of another host only recordings are looked at, for their length: what is wrong with them is not ours to tell.
    [Fact]
    public async Task Play_OfSomebodyElses_IsNotFetched()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play>http://music.test/a.mp3</Play>" : null);
        var call = await trunk.Play();
        Assert.Equal(5, (double)call.The("plays")["seconds"]!);
        Assert.Empty(trunk.Web.At("/a.mp3"));
    }

    // 13410 "Play: Invalid loop value", 13430 "Play: Invalid DTMF String"
    [Theory]
    [InlineData("<Play loop=\"-1\">/a.mp3</Play>", 13410, 1)]
    [InlineData("<Play digits=\"1-2\"/>", 13430, 0)]
    [InlineData("<Play/>", 12200, 0)]
    public async Task Play_WithAWrongValue_IsTold(string play, int code, int played)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? play : null);
        var call = await trunk.Play();
        Assert.Equal([code], call.Warnings);
        Assert.Equal(played, call.Of("plays").Count);
    }

    // "Play ≤ 40 min"
    [Fact]
    public async Task Play_OfAnHour_StopsAfterFortyMinutes()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Play>/a.wav</Play>" : null);
        trunk.Web.Special = asked => asked.Path == "/a.wav"
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Wave(1, 3600)) } : null;
        var call = await trunk.Play();
        Assert.Equal(2400, (int)call.The("ended")["duration"]!);
        Assert.Equal([12200], call.Warnings);
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
