using System.Net.Http.Headers;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Answers to GETs that came with an ETag or a Last-Modified: asked for again conditionally, and used again on a 304.</summary>
internal sealed class AnswerCache
{
    private const int Most = 500;
    private readonly Dictionary<string, WebhookAnswer> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = new();

    public void Ask(WebhookRequest request, HttpRequestHeaders headers)
    {
        if (!request.IsGet || !kept.TryGetValue(request.WireUrl, out var answer))
            return;
        if (answer.Header("ETag") is { } tag)
            headers.TryAddWithoutValidation("If-None-Match", tag);
        if (answer.Header("Last-Modified") is { } date)
            headers.TryAddWithoutValidation("If-Modified-Since", date);
    }

    public void Keep(WebhookRequest request, WebhookAnswer answer)
    {
        if (!request.IsGet || answer.Status != 200 || (answer.Header("ETag") ?? answer.Header("Last-Modified")) is null)
            return;
        if (!kept.ContainsKey(request.WireUrl))
            oldest.Enqueue(request.WireUrl);
        kept[request.WireUrl] = answer;
        if (oldest.Count > Most)
            kept.Remove(oldest.Dequeue());
    }

    public WebhookAnswer? NotModified(WebhookRequest request, WebhookAnswer answer) =>
        answer.Status == 304 && request.IsGet ? kept.GetValueOrDefault(request.WireUrl) : null;
}
