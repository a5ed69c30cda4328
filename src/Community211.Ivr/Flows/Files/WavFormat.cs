using System.Buffers.Binary;

namespace Community211.Ivr.Flows.Files;

/// <summary>The chunk 'fmt ' of a WAV file: how its samples are written.</summary>
/// <param name="Rate">Samples a second.</param>
/// <param name="Channels">1: mono.</param>
/// <param name="FrameBytes">Bytes of one sample of all channels.</param>
internal sealed record WavFormat(int Rate, int Channels, int FrameBytes)
{
    private const ushort Pcm = 1;
    private const ushort ALaw = 6;
    private const ushort MuLaw = 7;

    /// <summary>The true tag is the beginning of an identifier further on, which ends as every such identifier does.</summary>
    private const ushort Extensible = 0xFFFE;

    private static ReadOnlySpan<byte> EndOfIdentifier => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Null when the samples are of no kind that carriers play: PCM, A-law and mu-law are.</summary>
    /// <param name="chunk">What follows the chunk's size.</param>
    public static WavFormat? Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
            return null;
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == Extensible)
            tag = chunk.Length >= 40 && chunk[26..40].SequenceEqual(EndOfIdentifier) ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]) : (ushort)0;
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        var known = tag switch
        {
            Pcm => bits is 8 or 16 or 24 or 32,
            ALaw or MuLaw => bits == 8,
            _ => false,
        };
        return known && channels > 0 && rate > 0 ? new WavFormat(rate, channels, channels * bits / 8) : null;
    }
}
