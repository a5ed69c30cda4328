using System.Collections.Immutable;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Calls.Directives;

/// <summary>Says texts and takes keys, and speech where asked; a key stops the prompt. Silence goes on with the next directive.</summary>
/// <param name="Parts">What is said while listening.</param>
/// <param name="Keys">How many keys at most: 1 ends at once, more end with the pound key or silence.</param>
/// <param name="Speech">Language id whose speech is understood, or null for keys alone.</param>
/// <param name="Hints">Words that speech recognition should expect.</param>
/// <param name="Patience">Seconds of silence after the prompt before going on, 1 or more.</param>
/// <param name="Then">Where the answer goes.</param>
public sealed record Listen(ImmutableArray<Spoken> Parts, int Keys, string? Speech, ImmutableArray<string> Hints, int Patience, Target Then)
    : Directive;
