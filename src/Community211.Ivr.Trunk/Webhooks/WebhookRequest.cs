namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>One request to the service, before signing. The URL is the text as it was configured or written in a document.</summary>
internal sealed record WebhookRequest(string Method, string Url, Form Form, string Token)
{
    /// <summary>Stays the same over a retry and over a duplicate, as the carrier documents it.</summary>
    public required string IdempotencyToken { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsGet => Method.Equals("GET", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exact URL on the wire: a GET carries the fields in its query, a fragment is never sent.</summary>
    public string WireUrl
    {
        get
        {
            var url = Signature.WithoutFragment(Url);
            return !IsGet || Form.Count == 0 ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Form.Encoded()}";
        }
    }
}
