using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Storage.Private;

/// <summary>Encrypts private parts with a key per call, and those keys with the master key.</summary>
internal sealed class Vault(byte[] master)
{
    /// <summary>A new key for a call, wrapped.</summary>
    public byte[] NewKey(string call) => SealedBox.Seal(master, RandomNumberGenerator.GetBytes(SealedBox.KeyBytes), KeyPlace(call));

    /// <exception cref="CryptographicException">Wrapped by another master key.</exception>
    public byte[] Unwrap(string call, byte[] wrapped) => SealedBox.Open(master, wrapped, KeyPlace(call));

    public byte[] Seal(string call, byte[] wrapped, long sequence, string text) =>
        SealedBox.Seal(Unwrap(call, wrapped), Encoding.UTF8.GetBytes(text), PartPlace(call, sequence));

    public string Open(string call, byte[] wrapped, long sequence, byte[] cipher) =>
        Encoding.UTF8.GetString(SealedBox.Open(Unwrap(call, wrapped), cipher, PartPlace(call, sequence)));

    private static string KeyPlace(string call) => $"key {call}";

    private static string PartPlace(string call, long sequence) => string.Create(CultureInfo.InvariantCulture, $"part {sequence} {call}");
}
