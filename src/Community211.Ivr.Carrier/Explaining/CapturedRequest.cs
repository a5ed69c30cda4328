using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>A request as somebody kept it, between the carrier and us.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Origin">Scheme, host and port where it was kept with its whole URL; null if only path and query were.</param>
/// <param name="Target">Path and query as kept.</param>
/// <param name="Headers">In the order kept, repeated ones too.</param>
/// <param name="Body">Bytes of the body.</param>
public sealed record CapturedRequest(string Method, string? Origin, string Target, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The address is known to be what the carrier was told, whatever arrived. Default false: as captured.</summary>
    public bool IsToldAddress { get; init; }

    public const string SignatureHeader = "X-Twilio-Signature";

    /// <summary>All values of a header.</summary>
    public IEnumerable<string> Values(string name) => Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>A header's first value; null if absent.</summary>
    public string? Header(string name) => Values(name).FirstOrDefault();

    public string Path => Target.Split('?', 2)[0];

    /// <summary>The query without its question mark; null if there is none.</summary>
    public string? Query => Target.Split('?', 2) is [_, var query] ? query : null;

    /// <summary>The request as the service would see it: repeated headers are joined by commas.</summary>
    public WebhookRequest AsSeen() => new(
        Method,
        Target,
        Headers.GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => string.Join(',', g.Select(h => h.Value)), StringComparer.OrdinalIgnoreCase),
        Body);
}
