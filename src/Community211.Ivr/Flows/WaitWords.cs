using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>What callers in line are told of their wait: the expected minutes, rounded up to a few honest steps; beyond an hour, or while nobody is there, the place.</summary>
internal static class WaitWords
{
    private static readonly ImmutableArray<int> Minutes = [2, 3, 5, 7, 10, 15, 20, 30, 45, 60];

    /// <summary>Nothing in a crisis, and while nothing is known.</summary>
    public static ImmutableArray<Spoken> Of(FlowContext at)
    {
        if (at.State is not { Line.Forecast: { } forecast } || at.State.Priority == Priority.Crisis)
            return [];
        var steps = Minutes.Where(m => forecast.Wait <= m * 60).Take(1).ToList();
        return forecast.Wait <= 60
            ? Say(at, Phrases.SoonInLine)
            : steps is [var minutes] ? Say(at, Phrases.WaitInLine, ("minutes", minutes)) : Say(at, Phrases.PlaceInLine, ("place", forecast.Place));
    }

    private static ImmutableArray<Spoken> Say(FlowContext at, string phrase, (string Name, int Value) fill = default)
    {
        var number = fill.Value.ToString(CultureInfo.InvariantCulture);
        return at.Set.Phrases.Texts.ContainsKey(phrase) ? at.Set.Phrases.Say(phrase, at.State.Language, at.Set.Flow.Languages, (fill.Name ?? "", _ => number)) : [];
    }
}
