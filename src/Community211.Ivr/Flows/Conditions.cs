using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>What was so at the moment of an event, besides the files and the time; stored with the fact, so that it can be decided again.</summary>
/// <param name="Open">Ids of the calendars that staff have open.</param>
/// <param name="Callbacks">Whether this installation can call people back; no caller is promised it otherwise.</param>
public sealed record Conditions(ImmutableArray<string> Open, bool Callbacks = false)
{
    /// <summary>What is known of the caller's wait when a wait page is asked for; null: nothing.</summary>
    public Forecast? Forecast { get; init; }

    /// <summary>Nothing is open, nobody can be called back.</summary>
    public static readonly Conditions Plain = new([]);
}
