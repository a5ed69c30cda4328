using System.Collections.Immutable;
using Community211.Ivr.Languages;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Model;

/// <summary>Everything that operations staff wrote, resolved, immutable, named by the hash of its files.</summary>
public sealed record FlowSet(
    string Revision,
    FlowModel Flow,
    PlacesModel Places,
    NeedsModel Needs,
    Phrases Phrases,
    CalendarsModel Calendars,
    ImmutableDictionary<string, Language> Languages,
    InterpretersModel Interpreters)
{
    /// <summary>How callers and agents are weighed. Default: as where the files say nothing.</summary>
    public MatchRules Queues { get; init; } = new(Places.Pool.Id);

    /// <summary>What agents note after a call. Default: nothing besides needs.</summary>
    public WrapUpModel WrapUp { get; init; } = WrapUpModel.None;

    /// <summary>Recordings in the place of speech. Default: none.</summary>
    public AudioModel Audio { get; init; } = AudioModel.None;
}
