using System.Collections.Immutable;

namespace Community211.Ivr.Queues;

/// <summary>A caller for whom a decision that was made again came out otherwise.</summary>
/// <param name="Call">CallSid.</param>
/// <param name="Then">Agents or contacts whom the caller was offered to.</param>
/// <param name="Again">Those whom the caller would be offered to.</param>
public sealed record DecisionDifference(string Call, ImmutableArray<string> Then, ImmutableArray<string> Again);
