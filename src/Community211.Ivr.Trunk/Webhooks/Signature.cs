using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>X-Twilio-Signature: Base64(HMAC-SHA1(token, URL + name and value of every form field, sorted by name)).</summary>
internal static class Signature
{
    [SuppressMessage("Security", "CA5350", Justification = "The carrier's contract says HMAC-SHA1.")]
    public static string Of(string token, string url, Form form)
    {
        var text = new StringBuilder(WithoutFragment(url));
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string WithoutFragment(string url) => url.Split('#', 2)[0];
}
