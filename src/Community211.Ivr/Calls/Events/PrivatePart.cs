using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Events;

/// <summary>What a fact must not show. All members are optional.</summary>
/// <param name="From">Caller's number or address as the carrier gave it.</param>
/// <param name="Digits">Keys pressed.</param>
/// <param name="Speech">Words recognised.</param>
/// <param name="Raw">The request as it came in.</param>
public sealed record PrivatePart(string? From = null, string? Digits = null, string? Speech = null, RawRequest? Raw = null);

/// <summary>A webhook as it came in, for recordings.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Target">Raw path and query.</param>
/// <param name="Headers">Headers that matter to a replay; the signature is left out.</param>
/// <param name="Body">The form as text; empty for GET.</param>
public sealed record RawRequest(string Method, string Target, ImmutableDictionary<string, string> Headers, string Body);
