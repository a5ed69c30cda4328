using Community211.Ivr.Trunk.Faults;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>One request to the service, before signing. The URL is the text as it was configured or written in a document.</summary>
internal sealed record WebhookRequest(string Method, string Url, Form Form, string Token)
{
    public const string FormType = "application/x-www-form-urlencoded; charset=UTF-8";

    /// <summary>Stays the same over a retry, a redirect and a duplicate, as the carrier documents it.</summary>
    public required string IdempotencyToken { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A JSON body in the place of the form: its hash goes into the URL as bodySHA256, and the URL alone is signed.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Content-Type of a form. Captures of messaging webhooks show it without the charset.</summary>
    public string ContentType { get; init; } = FormType;

    /// <summary>Asked at each attempt: what goes wrong with it on purpose.</summary>
    public Func<int, FaultRule?> Strike { get; init; } = static _ => null;

    /// <summary>Asked at each attempt: how long it is on its way to the service.</summary>
    public Func<int, TimeSpan> Late { get; init; } = static _ => TimeSpan.Zero;

    /// <summary>Told of a request that arrives after the carrier gave up on it.</summary>
    public Action<Task> Stray { get; init; } = static _ => { };

    public bool IsGet => Method.Equals("GET", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exact URL on the wire: a GET carries the fields in its query; fragment and credentials are never sent.</summary>
    public string WireUrl
    {
        get
        {
            var url = Signature.Bare(Url);
            if (Json is { } json)
                return With(url, "bodySHA256=" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json)));
            return !IsGet || Form.Count == 0 ? url : With(url, Form.Encoded());
        }
    }

    private static string With(string url, string query) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
}
