using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Storage.Private;

/// <summary>Encrypts private parts with a key per call, and those keys with the master key.</summary>
internal sealed class Vault(byte[] master)
{
    private readonly byte[] numbers = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, SealedBox.KeyBytes, info: "numbers"u8.ToArray());

    /// <summary>What stands for a number that calls are found by: the same for the same number, and of no use without the master key.</summary>
    public string Fingerprint(string number) => Convert.ToHexStringLower(HMACSHA256.HashData(numbers, Encoding.UTF8.GetBytes(number)));

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
