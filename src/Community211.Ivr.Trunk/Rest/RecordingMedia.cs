using System.Buffers.Binary;

namespace Community211.Ivr.Trunk.Rest;

/// <summary>A recording's media: silence of the right length, as real .wav (8 kHz, 8 bit, one or two channels) or .mp3 (8 kbit/s) bytes.</summary>
internal sealed class RecordingMedia(int seconds, int channels, bool mp3)
{
    private const int Rate = 8000;
    private const byte Silence = 0x80;

    // MPEG 2.5 layer III, 8 kbit/s, 8 kHz, mono: a frame of 72 bytes holds 72 ms; side information of zeros decodes to silence.
    private static readonly byte[] FrameHeader = [0xFF, 0xE3, 0x18, 0xC4];
    private const int FrameBytes = 72;
    private const double FrameSeconds = 0.072;

    public async Task WriteTo(HttpResponse response, CancellationToken token)
    {
        response.ContentType = mp3 ? "audio/mpeg" : "audio/x-wav";
        var (head, block, times) = mp3 ? Mp3() : Wave();
        response.ContentLength = head.Length + ((long)block.Length * times);
        await response.Body.WriteAsync(head, token);
        for (var i = 0; i < times; i++)
            await response.Body.WriteAsync(block, token);
    }

    private (byte[] Head, byte[] Block, int Times) Wave()
    {
        var size = Rate * channels * seconds;
        var head = new byte[44];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 36 + size);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), Rate * channels);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), (short)channels);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 8);
        "data"u8.CopyTo(head.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(40), size);
        var second = new byte[Rate * channels];
        Array.Fill(second, Silence);
        return (head, second, seconds);
    }

    private (byte[] Head, byte[] Block, int Times) Mp3()
    {
        var frame = new byte[FrameBytes];
        FrameHeader.CopyTo(frame, 0);
        return ([], frame, (int)Math.Ceiling(seconds / FrameSeconds));
    }
}
