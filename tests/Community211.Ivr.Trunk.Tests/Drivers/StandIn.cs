using System.Net;
using System.Text;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A small service: a document for each request, in process, and a memory of what was asked.</summary>
public sealed class StandIn(TimeProvider clock) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<Asked> all = [];
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The TwiML inside Response for a path; null is answered with 204.</summary>
    public Func<Asked, string?> Answer { get; set; } = _ => "<Hangup/>";

    /// <summary>Answers that are no plain document: errors, redirects, other content types. Wins over <see cref="Answer"/>.</summary>
    public Func<Asked, HttpResponseMessage?> Special { get; set; } = _ => null;

    /// <summary>Requests that are never answered.</summary>
    public Func<Asked, bool> Hangs { get; set; } = _ => false;

    /// <summary>Completes once a request hangs.</summary>
    public Task Hanging => hanging.Task;

    public IReadOnlyList<Asked> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    public IReadOnlyList<Asked> At(string path) => [.. All.Where(asked => asked.Path == path)];

    public static HttpResponseMessage Xml(string xml, string type = "text/xml") =>
        new(HttpStatusCode.OK) { Content = new StringContent(xml, Encoding.UTF8, type) };

    public static HttpResponseMessage Status(int status) => new((HttpStatusCode)status) { Content = new ByteArrayContent([]) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var text = request.Method == HttpMethod.Get ? request.RequestUri!.Query.TrimStart('?') : body;
        var form = text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Field).ToArray();
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var asked = new Asked(request.Method.Method, request.RequestUri!, form, headers, clock.GetUtcNow());
        lock (gate)
            all.Add(asked);
        if (Hangs(asked))
        {
            hanging.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
        return Special(asked)
            ?? (Answer(asked) is { } twiml ? Xml($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{twiml}</Response>") : Status(204));
    }

    private static KeyValuePair<string, string> Field(string pair)
    {
        var parts = pair.Split('=', 2);
        return new(WebUtility.UrlDecode(parts[0]), parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "");
    }
}
