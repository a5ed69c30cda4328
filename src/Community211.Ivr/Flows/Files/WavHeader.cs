using System.Buffers.Binary;

namespace Community211.Ivr.Flows.Files;

/// <summary>What the header of a WAV file says: RIFF chunks, of which 'fmt ' and 'data' count.</summary>
/// <param name="Length">How long it plays, by its samples; zero when it has none.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Channels">1: mono.</param>
public sealed record WavHeader(TimeSpan Length, int Rate, int Channels)
{
    private const int Chunk = 8;

    /// <summary>Null when it is no WAV file, one of samples that carriers do not play, or one that is cut off before its sound.</summary>
    public static WavHeader? Read(ReadOnlySpan<byte> wav)
    {
        if (wav.Length < 12 || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
            return null;
        WavFormat? format = null;
        for (var at = 12L; at + Chunk <= wav.Length;)
        {
            var chunk = wav[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var content = chunk.Slice(Chunk, (int)Math.Min(size, chunk.Length - Chunk));
            if (chunk[..4].SequenceEqual("fmt "u8))
                format = WavFormat.Read(content);
            else if (chunk[..4].SequenceEqual("data"u8))
                return format is null ? null : new WavHeader(TimeSpan.FromSeconds((double)(content.Length / format.FrameBytes) / format.Rate), format.Rate, format.Channels);
            at += Chunk + size + (size % 2);
        }
        return null;
    }
}
