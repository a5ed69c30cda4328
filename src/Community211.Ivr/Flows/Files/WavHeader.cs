using System.Buffers.Binary;

namespace Community211.Ivr.Flows.Files;

/// <summary>What the header of a WAV file says: RIFF chunks, of which 'fmt ' and 'data' count.</summary>
/// <param name="Length">How long it plays.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Channels">1: mono.</param>
public sealed record WavHeader(TimeSpan Length, int Rate, int Channels)
{
    private const int Chunk = 8;

    /// <summary>Null when it is no WAV file, or one that is cut off before its sound.</summary>
    public static WavHeader? Read(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
            return null;
        var (rate, channels, perSecond) = (0, 0, 0u);
        for (var at = 12L; at + Chunk <= wav.Length;)
        {
            var chunk = wav[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("fmt "u8) && chunk.Length >= 24)
            {
                channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[10..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[12..]);
                perSecond = BinaryPrimitives.ReadUInt32LittleEndian(chunk[16..]);
            }
            else if (chunk[..4].SequenceEqual("data"u8))
            {
                return perSecond == 0 ? null : new WavHeader(TimeSpan.FromSeconds((double)Math.Min(size, chunk.Length - Chunk) / perSecond), rate, channels);
            }
            at += Chunk + size + (size % 2);
        }
        return null;
    }
}
