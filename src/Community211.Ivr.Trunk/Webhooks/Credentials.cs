using System.Text;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>User and password in a URL: kept back until the service asks for them, as the carrier does.</summary>
internal static class Credentials
{
    /// <summary>The Authorization header that answers a 401, or null when there is nothing to answer with.</summary>
    public static string? Answering(WebhookAnswer refused, string url)
    {
        if (refused.Status != 401 || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length == 0)
            return null;
        var challenge = refused.Header("WWW-Authenticate") ?? "";
        return challenge.StartsWith("Basic", StringComparison.OrdinalIgnoreCase)
            ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)))
            : null;
    }

    /// <summary>What the trunk cannot answer although the URL has credentials: said, not passed over.</summary>
    public static string? NotSimulated(WebhookAnswer refused, string url) =>
        refused.Status == 401 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            && refused.Header("WWW-Authenticate") is { } challenge && challenge.StartsWith("Digest", StringComparison.OrdinalIgnoreCase)
            ? "not simulated: Digest authentication; Basic is"
            : null;
}
