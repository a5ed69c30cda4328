using System.Collections.Immutable;
using Community211.Ivr.Files;

namespace Community211.Ivr.Places;

/// <summary>A ten-digit line outside our floor, for instance a distress centre.</summary>
/// <param name="Id">As flows name it.</param>
/// <param name="Names">Name by language id.</param>
/// <param name="Number">E.164, ten digits, never an N11 code.</param>
/// <param name="Screened">
/// <c>key</c>: someone presses 1 after the whisper before the caller is joined. <c>none</c>: cannot press; answered is not reached.
/// </param>
/// <param name="Kind">What it is for. Default other.</param>
/// <param name="Areas">Ids of the regions it serves; empty: the whole province.</param>
public sealed record Contact(
    string Id, ImmutableDictionary<string, string> Names, string Number, Screening Screened, ContactKind Kind, ImmutableArray<string> Areas)
{
    /// <summary>Calendar of when somebody answers, where it was written; null: day and night.</summary>
    public TextNode? Hours { get; init; }

    /// <summary>The name in a language; in English, else the id, where that is not known.</summary>
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var name) || Names.TryGetValue("en", out name) ? name : Id;
}

/// <summary>How we know that a person took a call.</summary>
public enum Screening
{
    Key,
    None,
}
