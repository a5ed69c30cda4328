using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Flows.Files;

/// <summary>The files of a flow folder: name to text, top folder and recordings.</summary>
public static class FlowFolder
{
    /// <summary>Reads <c>*.yaml</c> and <c>*.csv</c>, and <c>audio/*.wav</c>, also in capitals, in base64.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file could not be read.</exception>
    public static ImmutableDictionary<string, string> Read(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".csv")
            .ToImmutableDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f), StringComparer.Ordinal)
            .AddRange(Audio(Path.Combine(folder, AudioReader.Folder)));

    private static IEnumerable<KeyValuePair<string, string>> Audio(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f).Equals(".wav", StringComparison.OrdinalIgnoreCase)).Select(f => KeyValuePair.Create(AudioReader.Folder + Path.GetFileName(f), Convert.ToBase64String(File.ReadAllBytes(f))))
            : [];

    /// <summary>The revision that these files are: twelve hexadecimal digits of a hash over names and texts.</summary>
    public static string Revision(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var part in (ReadOnlySpan<string>)[name, text])
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                hash.AppendData(BitConverter.GetBytes(bytes.Length));
                hash.AppendData(bytes);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
