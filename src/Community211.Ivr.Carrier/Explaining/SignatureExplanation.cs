using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Whether a webhook's signature is right, and if not why. Holds no token.</summary>
public sealed record SignatureExplanation
{
    public required string Method { get; init; }

    /// <summary>The URL that this service signs: the configured public address, and path and query as they came.</summary>
    public required string Url { get; init; }

    /// <summary>The whole text that this service signs.</summary>
    public required string Message { get; init; }

    /// <summary>Its signature with <c>Twilio:AuthToken</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>The signature that came; null if none did.</summary>
    public string? Given { get; init; }

    /// <summary>Whether the service takes the request, as far as signature and account go.</summary>
    public required bool Accepted { get; init; }

    /// <summary>What was signed; null when nothing that was tried fits.</summary>
    public SignatureMatch? Match { get; init; }

    /// <summary>The public address to configure, where that is what differs; null otherwise.</summary>
    public string? PublicBaseUrl { get; init; }

    /// <summary>Whether nothing but that address differs.</summary>
    public bool AddressAlone { get; init; }

    /// <summary>What is wrong besides; what is likely, where nothing fits.</summary>
    public required ImmutableArray<Difference> Hints { get; init; }
}
