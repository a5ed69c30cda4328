namespace Community211.Ivr.Trunk.Calls;

/// <summary>Something from outside that stops whatever a leg is doing.</summary>
internal abstract record Interruption;

internal sealed record EndInterruption(LegStatus Status, EndedBy By) : Interruption;

/// <summary>Somebody at a phone in the browser picks up while it rings.</summary>
internal sealed record AnswerInterruption : Interruption;

/// <summary>A new document. <paramref name="Dequeued"/>: chosen out of a queue by the REST API, rather than a Calls update.</summary>
internal sealed record RedirectInterruption(Source Source, bool Dequeued = false) : Interruption;
