using System.Text;
using System.Text.Json;
using Community211.Ivr.Carrier.Explaining;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Recordings.Import;

namespace Community211.Ivr.Host.Doctor.Signatures;

/// <summary>A request out of an HTTP archive, or of one entry of it: the first that is signed, else the first.</summary>
internal static class HarRequest
{
    /// <exception cref="BadArgument">It holds no request.</exception>
    public static CapturedRequest Read(ReadOnlyMemory<byte> file, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(file, new JsonDocumentOptions { AllowTrailingCommas = true });
            var all = Entries(json.RootElement).Select(Of).OfType<CapturedRequest>().ToList();
            return all.Find(r => r.Header(CapturedRequest.SignatureHeader) is not null) ?? all.FirstOrDefault()
                ?? throw new BadArgument($"{path} is no HTTP archive with a request: an object 'log' with a list 'entries' is needed, or one of these entries.");
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            throw new BadArgument($"{path} begins like an HTTP archive and is none: {problem.Message}");
        }
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root) =>
        Member(root, "log") is { } log && Member(log, "entries") is { ValueKind: JsonValueKind.Array } entries ? entries.EnumerateArray().Select(e => Member(e, "request")).OfType<JsonElement>()
        : Member(root, "request") is { } request ? [request]
        : [root];

    private static CapturedRequest? Of(JsonElement request)
    {
        if (Text(request, "url") is not { Length: > 0 } url)
            return null;
        var (origin, target) = RequestFile.Whole(url.Split('#', 2)[0]);
        var body = Member(request, "postData") is { } data ? HarEntry.Body(data) : "";
        return new CapturedRequest(Text(request, "method")?.ToUpperInvariant() ?? "POST", origin, target, [.. Headers(request)], Encoding.UTF8.GetBytes(body));
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonElement request) =>
        Member(request, "headers") is { ValueKind: JsonValueKind.Array } headers
            ? headers.EnumerateArray().Where(h => Text(h, "name") is not null).Select(h => KeyValuePair.Create(Text(h, "name")!, Text(h, "value") ?? ""))
            : [];

    private static JsonElement? Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
