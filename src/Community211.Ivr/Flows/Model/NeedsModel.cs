using System.Collections.Immutable;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Model;

/// <summary>What callers may need, and which words say so.</summary>
/// <param name="Needs">By id.</param>
/// <param name="CrisisPhrases">Reviewed phrases, all languages, lower case without accents; hearing one means crisis.</param>
public sealed record NeedsModel(ImmutableDictionary<string, Need> Needs, ImmutableArray<string> CrisisPhrases)
{
    /// <summary>The priority services, by id: labels for reports, no tier of the queue.</summary>
    public ImmutableDictionary<string, PriorityService> Services { get; init; } = ImmutableDictionary<string, PriorityService>.Empty;

    /// <summary>The phrase that means crisis, or null.</summary>
    public string? HearCrisis(string speech)
    {
        var heard = SpokenWords.Heard(speech);
        return CrisisPhrases.FirstOrDefault(p => heard.Contains($" {p} ", StringComparison.Ordinal));
    }

    /// <summary>The need that the words name, the most urgent and then the longest phrase winning; null if none.</summary>
    public Need? Hear(string speech)
    {
        var heard = SpokenWords.Heard(speech);
        return Needs.Values.SelectMany(n => n.Phrases.Where(p => heard.Contains($" {p} ", StringComparison.Ordinal)).Select(p => (Need: n, p.Length)))
            .OrderByDescending(x => x.Need.Urgency).ThenByDescending(x => x.Length).ThenBy(x => x.Need.Id, StringComparer.Ordinal)
            .Select(x => x.Need).FirstOrDefault();
    }
}

/// <summary>A kind of need.</summary>
/// <param name="Id">For instance <c>shelter</c>.</param>
/// <param name="Labels">Name for reports, by language id.</param>
/// <param name="Urgency">Priority that it gives a caller at least.</param>
/// <param name="Phrases">Reviewed phrases, all languages, lower case without accents.</param>
public sealed record Need(string Id, ImmutableDictionary<string, string> Labels, Priority Urgency, ImmutableArray<string> Phrases)
{
    /// <summary>Ids of the priority services that it belongs to.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Id of the need, an inquiry type, under which reports count it; its own unless another is given.</summary>
    public string CountsAs { get; init; } = Id;
}

/// <summary>A priority service of the database's listing policy.</summary>
/// <param name="Id">For instance <c>transportation</c>.</param>
/// <param name="Labels">Name for reports, by language id.</param>
public sealed record PriorityService(string Id, ImmutableDictionary<string, string> Labels);
