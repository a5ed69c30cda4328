namespace Community211.Ivr.Calls.Directives;

/// <summary>Parks the caller in the carrier's queue, where the wait pages are heard until an agent is in the room.</summary>
/// <param name="Queue">Name of the carrier's queue: a region id or the province's; never anything personal.</param>
/// <param name="Wait">The page heard first.</param>
/// <param name="Result">Told when the caller leaves the queue, for whatever reason.</param>
public sealed record EnterLine(string Queue, Target Wait, Target Result) : Directive;
