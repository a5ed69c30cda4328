using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>
/// X-Twilio-Signature: Base64(HMAC-SHA1(token, URL + name and value of every form field, sorted by name)). Values of a
/// repeated name count once each, in order, as in the official libraries for Node and Python.
/// </summary>
internal static partial class Signature
{
    [SuppressMessage("Security", "CA5350", Justification = "The carrier's contract says HMAC-SHA1.")]
    public static string Of(string token, string url, Form form, SignPort port = SignPort.Documented)
    {
        var text = new StringBuilder(SignedUrl(url, port));
        foreach (var field in form.GroupBy(field => field.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Select(one => one.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append(field.Key).Append(value);
        }
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Without fragment and credentials, with or without its port.</summary>
    public static string SignedUrl(string url, SignPort port)
    {
        var bare = Bare(url);
        var drop = port == SignPort.Drop || (port == SignPort.Documented && bare.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        return drop ? Port().Replace(bare, "$1", 1) : bare;
    }

    /// <summary>What may be shown and sent: without fragment and credentials, with a path, otherwise letter by letter as written.</summary>
    public static string Bare(string url) => NoPath().Replace(Credentials().Replace(url.Split('#', 2)[0], "$1", 1), "$1/$2", 1);

    [GeneratedRegex(@"^(https?://)[^/?#@]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"^(https?://[^/?]+)(\?|$)", RegexOptions.IgnoreCase)]
    private static partial Regex NoPath();

    [GeneratedRegex(@"^(https?://(?:\[[^\]]*\]|[^/?:]*)):\d+", RegexOptions.IgnoreCase)]
    private static partial Regex Port();
}
