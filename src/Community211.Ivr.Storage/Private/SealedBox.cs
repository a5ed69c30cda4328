using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Storage.Private;

/// <summary>AES-256-GCM: nonce, tag and cipher text in one array, bound to the place where it is stored.</summary>
internal static class SealedBox
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, byte[] plain, string place)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another place, or a damaged box.</exception>
    public static byte[] Open(byte[] key, byte[] box, string place)
    {
        if (box.Length < NonceBytes + TagBytes)
            throw new CryptographicException("An encrypted part is cut short.");
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes),
            box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes),
            plain,
            Encoding.UTF8.GetBytes(place));
        return plain;
    }
}
