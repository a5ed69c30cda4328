using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>Where the signed parts stand in a request.</summary>
/// <param name="Path">Path of the URL.</param>
/// <param name="Query">Query of the URL without its question mark; null if none.</param>
/// <param name="Fields">Fields of the form; empty where none are signed.</param>
internal sealed record Shape(string Path, string? Query, ImmutableArray<RawField> Fields);
