namespace Community211.Ivr.Carrier;

/// <summary>A request of the carrier as it came over the wire.</summary>
/// <param name="Method">GET, POST, ...</param>
/// <param name="Target">Path and query exactly as on the wire: never decoded and encoded again, since the signature covers it.</param>
/// <param name="Headers">By name, in whatever case.</param>
/// <param name="Body">The bytes of the body; empty if none.</param>
public sealed record WebhookRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>A header's value, whatever the case of its name; null if absent.</summary>
    public string? Header(string name)
    {
        if (Headers.TryGetValue(name, out var value))
            return value;
        foreach (var header in Headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }
        return null;
    }

    /// <summary>The raw query without its question mark; empty if none.</summary>
    internal string Query => Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? Target[(at + 1)..] : "";
}
