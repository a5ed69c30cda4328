using System.Text;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>User and password in a URL: kept back until the service asks for them, as the carrier does.</summary>
internal static class Credentials
{
    /// <summary>The Authorization header that answers a 401, or null when there is nothing to answer with.</summary>
    public static string? Answering(WebhookAnswer refused, WebhookRequest request)
    {
        if (refused.Status != 401 || Of(request) is not ({ } user, { } password))
            return null;
        var challenge = refused.Header("WWW-Authenticate") ?? "";
        if (challenge.StartsWith("Basic", StringComparison.OrdinalIgnoreCase))
            return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return challenge.StartsWith("Digest", StringComparison.OrdinalIgnoreCase)
            ? DigestAnswer.To(challenge, user, password, request.Method.ToUpperInvariant(), new Uri(request.WireUrl).PathAndQuery)
            : null;
    }

    /// <summary>What the trunk cannot answer although the URL has credentials: said, not passed over.</summary>
    public static string? NotSimulated(WebhookAnswer refused, WebhookRequest request) =>
        refused.Status == 401 && Of(request) is ({ }, { }) && refused.Header("WWW-Authenticate") is { } challenge && Answering(refused, request) is null
            ? $"not simulated: an answer to '{challenge}'; Basic and Digest (MD5, SHA-256, qop auth) are"
            : null;

    private static (string? User, string? Password) Of(WebhookRequest request) =>
        Uri.TryCreate(request.Url, UriKind.Absolute, out var uri) && uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password]
            ? (Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : (null, null);
}
