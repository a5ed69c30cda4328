namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>What came back: a status and a body, or the carrier's error code when nothing did.</summary>
internal sealed record WebhookAnswer(int Status, string? ContentType, byte[] Body, string Url, double Milliseconds)
{
    public int? ErrorCode { get; init; }

    public string? Error { get; init; }

    public WireFailure Failure { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Set-Cookie, as often as it came.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>Without a byte order mark, which XML allows before a document.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body.AsSpan().StartsWith("\uFEFF"u8) ? Body.AsSpan(3) : Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static WebhookAnswer Failed(WebhookRequest request, int code, string why, WireFailure failure = WireFailure.Other) =>
        new(0, null, [], request.Url, 0) { ErrorCode = code, Error = why, Failure = failure };
}
