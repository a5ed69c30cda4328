using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>A leg that runs a document: what a verb has to work with. The token stops it (barge-in, hang-up, dequeue).</summary>
internal sealed record Turn(Exchange Exchange, Leg Leg, Document Document, CancellationToken Token);
