using System.Buffers.Binary;

namespace Community211.Ivr.Tests.Flows;

/// <summary>WAV files of silence, in base64 as a folder holds them.</summary>
internal static class Wav
{
    public static string Of(int seconds, int rate = 8000, short channels = 1)
    {
        var data = seconds * rate * channels;
        var wav = new byte[44 + data];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), 36 + data);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), rate * channels);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), channels);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 8);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), data);
        return Convert.ToBase64String(wav);
    }

    /// <summary>A second under another format tag.</summary>
    public static string Tagged(int tag)
    {
        var wav = Convert.FromBase64String(Of(1));
        BinaryPrimitives.WriteUInt16LittleEndian(wav.AsSpan(20), (ushort)tag);
        return Convert.ToBase64String(wav);
    }

    /// <summary>A second in the extensible format, which names its format by an identifier.</summary>
    public static string Extensible(byte tag)
    {
        var wav = Convert.FromBase64String(Tagged(0xFFFE));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 40);
        byte[] more = [22, 0, 8, 0, 4, 0, 0, 0, tag, 0, 0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];
        return Convert.ToBase64String([.. wav[..36], .. more, .. wav[36..]]);
    }
}
