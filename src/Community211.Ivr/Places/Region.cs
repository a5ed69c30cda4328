using System.Collections.Immutable;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>A region with its partner, or the province as a whole.</summary>
/// <param name="Id">Queue name, for instance <c>toronto</c>.</param>
/// <param name="Names">Name by language id.</param>
/// <param name="Partner">Organisation that answers.</param>
/// <param name="Line">Its own ten-digit line, E.164: the last resort when we fail.</param>
/// <param name="Dialled">Our numbers that say this region when dialled, E.164.</param>
/// <param name="OtherLanguage">The commonest language here besides the flow's own; null if none is offered.</param>
/// <param name="From">First day in force, Ontario time.</param>
/// <param name="Until">Last day in force; null while it lasts.</param>
/// <param name="Into">The region that took it over; set exactly when <paramref name="Until"/> is.</param>
/// <param name="Agents">Who is signed in from the start.</param>
public sealed record Region(
    string Id,
    ImmutableDictionary<string, string> Names,
    string Partner,
    string Line,
    ImmutableArray<string> Dialled,
    string? OtherLanguage,
    DateOnly From,
    DateOnly? Until,
    string? Into,
    ImmutableArray<SeatedAgent> Agents)
{
    /// <summary>Time zone of its people; null: the province's.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Calendar of when its people answer, where it was written; null: day and night.</summary>
    public TextNode? Hours { get; init; }

    /// <summary>The name in a language; in English, else the id, where that is not known.</summary>
    public string NameIn(string language) =>
        Names.TryGetValue(language, out var name) || Names.TryGetValue("en", out name) ? name : Id;
}

/// <summary>An agent of a partner.</summary>
/// <param name="Id">For instance <c>toronto-1</c>; nothing personal.</param>
/// <param name="Number">E.164.</param>
/// <param name="Languages">Language ids, best first.</param>
/// <param name="CrisisTrained">Takes crisis callers before others do.</param>
public sealed record SeatedAgent(string Id, string Number, ImmutableArray<string> Languages, bool CrisisTrained)
{
    /// <summary>Language ids that the agent has a little of. Default: none.</summary>
    public ImmutableArray<string> LittleOf { get; init; } = [];

    /// <summary>Where else than in the own region the agent knows the services. Default: nowhere.</summary>
    public ImmutableArray<string> Knows { get; init; } = [];
}
