using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Storage.Private;

/// <summary>The file <c>vault.key</c> beside the database: 32 random bytes as base64, readable by its owner only.</summary>
internal static class MasterKey
{
    public const string FileName = "vault.key";

    /// <summary>Reads the key; makes it when it is missing and nothing was encrypted with it yet.</summary>
    /// <exception cref="StorageException">Missing though needed, or malformed.</exception>
    public static byte[] Load(string folder, bool needed)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            if (needed)
            {
                throw new StorageException(
                    $"The key file {path} is missing, but the database holds private parts encrypted with it. Put the file back from a "
                    + "backup. If it is lost for good, so are those parts: remove them with "
                    + "sqlite3 DATABASE \"DELETE FROM vault; DELETE FROM vault_keys;\" and start again.");
            }

            Create(folder, path);
        }

        var key = new byte[SealedBox.KeyBytes + 1];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == SealedBox.KeyBytes
            ? key[..length]
            : throw new StorageException(
                $"The key file {path} is not {SealedBox.KeyBytes} bytes in base64. Put it back from a backup; only if the database is "
                + "new and holds nothing private may it be deleted, and a new one is made on start.");
    }

    // Written aside and moved, so that a crash leaves no half a key; who comes second uses the first one's.
    private static void Create(string folder, string path)
    {
        var aside = Path.Combine(folder, $"{FileName}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}");
        using (var file = PrivateFile.Create(aside))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedBox.KeyBytes)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
