using System.Collections.Immutable;

namespace Community211.Ivr.Host.Recordings;

/// <summary>
/// Takes out of a recording what belongs to the place where it was made: address, account, the network between. So it replays the same
/// wherever the service listens.
/// </summary>
internal static class NeutralPlace
{
    public const string BaseUrl = "http://127.0.0.1:5211";
    public const string AccountSid = "AC00000000000000000000000000000211";
    private const string Folder = "/voice/";

    public static Recording In(Recording recording)
    {
        var origin = recording.PublicBaseUrl.TrimEnd('/');
        string Text(string text) => text.Replace(origin, BaseUrl, StringComparison.OrdinalIgnoreCase);
        RecordedWebhook Webhook(RecordedWebhook webhook) => webhook with
        {
            Url = PathOf(webhook.Url),
            Headers = webhook.Headers.Where(h => IsCarriers(h.Key)).ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase),
            Form = [.. webhook.Form.Select(f => KeyValuePair.Create(f.Key, f.Key == "AccountSid" ? AccountSid : Text(f.Value)))],
            Response = Text(webhook.Response),
        };
        return recording with { PublicBaseUrl = BaseUrl, Webhooks = [.. recording.Webhooks.Select(Webhook)] };
    }

    private static bool IsCarriers(string header) =>
        header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || header.StartsWith("I-Twilio-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Twilio-", StringComparison.OrdinalIgnoreCase) || header.Equals("X-Home-Region", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the path below which the service is published.</summary>
    private static string PathOf(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? url : url[..query];
        var at = path.LastIndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? url : url[at..];
    }
}
