using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>
/// Ids from the seed, the moment the trunk was started and a running number: the same in a repeated virtual run,
/// different after a restart in life, where the service still remembers yesterday's calls.
/// </summary>
internal sealed class Ids(DateTimeOffset started)
{
    private long last;

    public string Next(string prefix, int seed) => prefix + Hash(seed, ++last);

    public string NextUuid(int seed)
    {
        var hash = Hash(seed, ++last);
        return $"{hash[..8]}-{hash[8..12]}-4{hash[13..16]}-a{hash[17..20]}-{hash[20..32]}";
    }

    public static string Fixed(string prefix, string name) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];

    private string Hash(int seed, long number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{seed}/{started.UtcTicks}/{number}"))))[..32];
}
