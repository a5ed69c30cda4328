using System.Collections.Immutable;
using Community211.Ivr.Languages;
using Community211.Ivr.Places;

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
    /// <summary>Recordings in the place of speech. Default: none.</summary>
    public AudioModel Audio { get; init; } = AudioModel.None;
}
