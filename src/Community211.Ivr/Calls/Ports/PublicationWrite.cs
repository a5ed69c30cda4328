using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>A publication to be made.</summary>
/// <param name="Revision">What goes live.</param>
/// <param name="Files">Its files, name to text; kept with the publication or not at all.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who publishes it.</param>
/// <param name="Note">Why, in their words; empty if they gave none.</param>
/// <param name="Git">See <see cref="Publication.Git"/>.</param>
public sealed record PublicationWrite(string Revision, ImmutableDictionary<string, string> Files, DateTimeOffset At, string Who, string Note, string? Git);
