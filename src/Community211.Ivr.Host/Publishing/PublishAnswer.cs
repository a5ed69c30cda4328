using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Files;

namespace Community211.Ivr.Host.Publishing;

/// <summary>What became of an order to publish.</summary>
internal abstract record PublishAnswer;

/// <summary>It is live; also when it was already.</summary>
internal sealed record NowLive(Publication Publication) : PublishAnswer;

/// <summary>Somebody else was first.</summary>
/// <param name="Live">What is live; null: nothing.</param>
/// <param name="Changed">What changed in between, a line each.</param>
internal sealed record WasChanged(Publication? Live, ImmutableArray<string> Changed) : PublishAnswer;

/// <summary>The files have errors.</summary>
internal sealed record WasRefused(string Revision, ImmutableArray<Finding> Findings) : PublishAnswer;
