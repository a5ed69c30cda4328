namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>What came back: a status and a body, or the carrier's error code when nothing did.</summary>
internal sealed record WebhookAnswer(int Status, string? ContentType, byte[] Body, string Url, double Milliseconds)
{
    public int? ErrorCode { get; init; }

    public string? Error { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
