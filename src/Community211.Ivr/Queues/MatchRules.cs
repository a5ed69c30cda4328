using System.Collections.Immutable;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Queues;

/// <summary>What the matching rule is told by the files.</summary>
/// <param name="Pool">Id that stands for the whole province.</param>
public sealed record MatchRules(string Pool)
{
    /// <summary>Beyond the length of a wait page, a caller may be gone and is asked after first. Default 10 s.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Urgent callers are served as if they had come this much earlier; so those who are not urgent are never passed for ever. Default 10 min.</summary>
    public TimeSpan UrgentAhead { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Of those who are trained for crisis, so many free ones are kept for callers in crisis; the others wait for somebody else, as long as
    /// two more are signed in who may answer them. Default 0.
    /// </summary>
    public int CrisisReserve { get; init; }

    /// <summary>An average call with its wrap-up: predicts waits. Default 8 min.</summary>
    public TimeSpan Handling { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Who is owed a language waits this long for a speaker while none is signed in, and then gets anyone who is free. Default 30 s.</summary>
    public TimeSpan NoSpeakerPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same while speakers are signed in and busy. Default 2 min.</summary>
    public TimeSpan BusySpeakerPatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Mutual aid of regions that do not say it themselves.</summary>
    public MutualAid Aid { get; init; } = new();

    /// <summary>Mutual aid by region id.</summary>
    public ImmutableDictionary<string, MutualAid> AidOf { get; init; } = ImmutableDictionary<string, MutualAid>.Empty;

    /// <summary>Who is called back, and when.</summary>
    public CallbackRules Callbacks { get; init; } = new();

    /// <summary>Thresholds of the figures.</summary>
    public FigureRules Figures { get; init; } = new();

    public MutualAid AidFor(string region) => AidOf.GetValueOrDefault(region, Aid);
}
