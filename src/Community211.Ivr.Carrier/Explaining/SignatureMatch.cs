using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>What was signed, found by trying.</summary>
/// <param name="Url">The URL that was signed.</param>
/// <param name="Fields">The form's part of the message.</param>
/// <param name="Token">The name of the token.</param>
/// <param name="Differences">In what it is not what the service would sign; empty when it is that.</param>
public sealed record SignatureMatch(string Url, ReadOnlyMemory<byte> Fields, string Token, ImmutableArray<Difference> Differences);
