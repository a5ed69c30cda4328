using System.Collections.Immutable;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Calls.Directives;

/// <summary>Says texts one after the other.</summary>
public sealed record Speak(ImmutableArray<Spoken> Parts) : Directive;
