using System.IO.Compression;
using System.Text;

namespace Community211.Ivr.Storage.Sqlite;

/// <summary>JSON that is written often and read seldom.</summary>
internal static class Compressed
{
    public static byte[] Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(json));
        return packed.ToArray();
    }

    public static string Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new StreamReader(brotli, Encoding.UTF8);
        return json.ReadToEnd();
    }
}
