using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Digest authentication (RFC 7616) with MD5 or SHA-256 and qop "auth" or none: what a 401 is answered with.</summary>
internal static partial class DigestAnswer
{
    // One request a challenge: the count is always one, and nothing is gained by a client nonce that nobody could foresee.
    private const string Count = "00000001";

    /// <summary>Null for an algorithm or a quality of protection that the trunk does not know.</summary>
    public static string? To(string challenge, string user, string password, string method, string target)
    {
        var asked = Parameter().Matches(challenge).ToDictionary(
            one => one.Groups["name"].Value, one => one.Groups["quoted"].Success ? one.Groups["quoted"].Value : one.Groups["bare"].Value, StringComparer.OrdinalIgnoreCase);
        var (realm, nonce) = (asked.GetValueOrDefault("realm", ""), asked.GetValueOrDefault("nonce", ""));
        var algorithm = asked.GetValueOrDefault("algorithm", "MD5");
        var quality = asked.GetValueOrDefault("qop");
        if (algorithm is not ("MD5" or "SHA-256") || (quality is not null && !quality.Split(',').Any(one => one.Trim() == "auth")))
            return null;
        var client = Hash("MD5", nonce + target)[..16];
        var (who, what) = (Hash(algorithm, $"{user}:{realm}:{password}"), Hash(algorithm, $"{method}:{target}"));
        var response = Hash(algorithm, quality is null ? $"{who}:{nonce}:{what}" : $"{who}:{nonce}:{Count}:{client}:auth:{what}");
        var opaque = asked.TryGetValue("opaque", out var given) ? $", opaque=\"{given}\"" : "";
        var protection = quality is null ? "" : $", qop=auth, nc={Count}, cnonce=\"{client}\"";
        return new AuthenticationHeaderValue(
            "Digest", $"username=\"{user}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{target}\", algorithm={algorithm}, response=\"{response}\"{protection}{opaque}").ToString();
    }

    [SuppressMessage("Security", "CA5351", Justification = "The scheme says MD5.")]
    private static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm == "MD5" ? MD5.HashData(bytes) : SHA256.HashData(bytes));
    }

    [GeneratedRegex("""(?<name>\w+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<bare>[^\s,]+))""")]
    private static partial Regex Parameter();
}
