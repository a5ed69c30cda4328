using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What the request may have been before something on the way made another of it.</summary>
internal static class ShapeVariants
{
    private const string BodyHash = "bodySHA256";

    private static readonly Difference FromPost = new("method", "The carrier asked with POST, and a GET with the form in its query came: a redirect or a proxy changed it.", "Tell the carrier the address that the redirect leads to.");
    private static readonly Difference FromGet = new("method", "The carrier asked with GET, and a POST with the parameters in its body came.", "Let no proxy change the method.");
    private static readonly Difference Json = new("body-json", "The form came as JSON: something on the way turned it into that.", "Let the gateway pass the body on as it is (application/x-www-form-urlencoded).");
    private static readonly Difference Base64 = new("body-base64", "The body came in base64: a gateway wraps it.", "Let the gateway pass the body on as it is, or decode it before it is sent here.");

    private static readonly Difference Rewritten = new("target-rewritten", "A proxy rewrote path and query; a header still says what was asked.", "Let the proxy pass path and query as they are.");

    private static readonly Difference HashLost = new("query-missing", "The query lost bodySHA256, which the carrier adds for bodies that are no form.", "Let the proxy pass the query as it is.");

    private static readonly Difference HashWrong = new("body-changed", "The address is right, but the body is not the one whose hash (bodySHA256) stands in it.", "Something on the way changes the body, or a middleware read it first: pass the bytes on as they are.");

    public static ImmutableArray<Variant<Shape>> Of(CapturedRequest request, Claims claims)
    {
        var whole = Here(request).ToList();
        foreach (var target in claims.Targets.Where(t => t != request.Target))
            whole.AddRange(Here(request with { Target = target }).Select(v => new Variant<Shape>(v.Value, v.Cost + 1, v.Differences.Insert(0, Rewritten))));
        return [.. whole.OrderBy(v => v.Cost)];
    }

    private static IEnumerable<Variant<Shape>> Here(CapturedRequest request)
    {
        var (path, query, body) = (request.Path, request.Query, request.Body);
        var fields = RawFields.Split(body.Span).Fields.ToImmutableArray();
        var inUrl = query?.Split('&') ?? [];
        var announced = Array.Find(inUrl, p => p.StartsWith(BodyHash + "=", StringComparison.Ordinal))?[(BodyHash.Length + 1)..];
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        if (request.Method == "GET")
        {
            yield return Variant<Shape>.Accepted(new Shape(path, query, []));
            if (inUrl.Any(p => !IsOurs(p)))
            {
                var ours = inUrl.Where(IsOurs).ToList();
                var form = RawFields.Split(Encoding.UTF8.GetBytes(string.Join('&', inUrl.Where(p => !IsOurs(p))))).Fields;
                yield return Variant<Shape>.Other(new Shape(path, ours.Count == 0 ? null : string.Join('&', ours), [.. form]), FromPost);
            }
            yield break;
        }
        if (announced is not null)
        {
            yield return announced.Equals(hash, StringComparison.OrdinalIgnoreCase) ? Variant<Shape>.Accepted(new Shape(path, query, [])) : Variant<Shape>.Other(new Shape(path, query, []), HashWrong);
            yield break;
        }
        yield return Variant<Shape>.Accepted(new Shape(path, query, fields));
        if (body.IsEmpty)
            yield break;
        yield return Variant<Shape>.Other(new Shape(path, $"{(query is null ? "" : query + "&")}{Encoding.UTF8.GetString(body.Span)}", []), FromGet);
        yield return Variant<Shape>.Other(new Shape(path, $"{(query is null ? "" : query + "&")}{BodyHash}={hash}", []), HashLost);
        if (OfJson(body) is { } members)
            yield return Variant<Shape>.Other(new Shape(path, query, members), Json);
        if (OfBase64(body) is { } wrapped)
            yield return Variant<Shape>.Other(new Shape(path, query, wrapped), Base64);
    }

    private static bool IsOurs(string parameter) => Urls.IsOurs(parameter.Split('=', 2)[0]);

    private static ImmutableArray<RawField>? OfJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : [.. json.RootElement.EnumerateObject().Select(m => new RawField(Encoding.UTF8.GetBytes(m.Name), Encoding.UTF8.GetBytes(m.Value.ToString())))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImmutableArray<RawField>? OfBase64(ReadOnlyMemory<byte> body)
    {
        var decoded = new byte[body.Length];
        return Convert.TryFromBase64String(Encoding.Latin1.GetString(body.Span).Trim(), decoded, out var length) && decoded.AsSpan(0, length).Contains((byte)'=')
            ? [.. RawFields.Split(decoded.AsSpan(0, length)).Fields]
            : null;
    }
}
