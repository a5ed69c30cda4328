using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>region</c>: finds out where the caller is, from the first source that knows. A region that is known is not asked for again.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Sources">In order: dialled-number, caller-number, postal-code.</param>
/// <param name="Prompt">What is said to ask for the postal code; null without that source.</param>
/// <param name="Next">Where every outcome leads.</param>
public sealed record RegionStep(string Id, ImmutableArray<string> Sources, Text? Prompt, string Next) : Step(Id)
{
    public const string DialledNumber = "dialled-number";
    public const string CallerExchange = "caller-number";
    public const string PostalCode = "postal-code";
    public const string Unknown = "unknown";
    private const string Choose = "choose ";
    private const int MostChoices = 3;

    /// <summary>Keys that choose among places when a postal code may mean several.</summary>
    public const string PlaceKeys = "123";

    public override ImmutableArray<Edge> Edges => [new Edge("next", Next, ByCaller: false)];

    public override Question? Ask(FlowContext context)
    {
        if (Prompt is null || context.State.Region is not null || Lookup(context) is not null)
            return null;
        var set = context.Set;
        var languages = set.Flow.Languages;
        if (context.State.Candidates.IsEmpty)
            return new Question(Prompt.For(context.State.Language, languages), 6, context.SpeechLanguage, []);
        var parts = context.State.Candidates.SelectMany((fsa, i) => set.Phrases.Say(
            Phrases.PlaceChoice, context.State.Language, languages,
            ("place", _ => set.Places.Fsas[fsa].Place), ("key", _ => (i + 1).ToString(CultureInfo.InvariantCulture))));
        return new Question([.. parts], 1, null, []);
    }

    public override string? Understand(FlowContext context, Answer answer)
    {
        var places = context.Set.Places;
        var given = answer.Digits.Length > 0 ? answer.Digits : answer.Speech;
        if (!context.State.Candidates.IsEmpty)
        {
            return given.Length == 1 && given[0] - '1' is var i && i >= 0 && i < context.State.Candidates.Length
                ? Found(places, [places.Fsas[context.State.Candidates[i]]], places.Fsas[context.State.Candidates[i]].Region)
                : null;
        }
        var found = PostalKeys.Candidates(given, places.Fsas);
        var regions = found.GroupBy(f => places.InForce(f.Region, context.Day)?.Id ?? Unknown).ToList();
        return regions.Count switch
        {
            0 => null,
            1 => Found(places, found, regions[0].Key),
            <= MostChoices => Choose + string.Join(' ', regions.Select(g => g.First().Code)),
            _ => Unknown,
        };
    }

    /// <summary>The region; with the division only where that tells another time zone.</summary>
    private static string Found(PlacesModel places, ImmutableArray<Fsa> areas, string region) =>
        areas.Select(a => a.Division).Distinct().ToList() is [var division] && places.Divisions.ContainsKey(division) ? $"{PostalCode} {region} {division}" : region;

    public override string Otherwise(FlowContext context) =>
        context.State.Region is not null ? "known" : Lookup(context) is { } found ? $"{found.Source} {found.Region}" : Unknown;

    public override Move Take(FlowContext context, string outcome)
    {
        var state = context.State;
        if (outcome == "known")
            return new Move(state, Next);
        if (outcome.StartsWith(Choose, StringComparison.Ordinal))
        {
            var candidates = outcome[Choose.Length..].Split(' ').ToImmutableArray();
            return new Move(state with { Candidates = candidates }, null, Reason.Of("postal-code-ambiguous", ("areas", string.Join(", ", candidates))));
        }
        state = state with { Candidates = [] };
        if (outcome == Unknown)
            return new Move(state, Next, Reason.Of("region-unknown", ("sources", string.Join(", ", Sources))));
        var words = outcome.Split(' ');
        var (source, region) = words.Length >= 2 ? (words[0], words[1]) : (PostalCode, words[0]);
        var division = words.Length == 3 ? words[2] : source == CallerExchange && state.Town is { } town ? context.Set.Places.Towns.GetValueOrDefault(town)?.Division : null;
        if (context.Set.Places.InForce(region, context.Day) is not { } inForce)
            return new Move(state, Next, Reason.Of("region-unknown", ("sources", source)));
        return new Move(
            state with { Region = inForce.Id, RegionSource = source, Division = division },
            Next,
            Reason.Of($"region-by-{source}", ("region", inForce.Id), ("town", state.Town ?? ""), ("number", state.Dialled ?? "")));
    }

    private (string Source, string Region)? Lookup(FlowContext context)
    {
        foreach (var source in Sources)
        {
            var region = source switch
            {
                DialledNumber => RegionFinder.ByDialled(context.Set.Places, context.State.Dialled, context.Day),
                CallerExchange => RegionFinder.ByCaller(context.Set.Places, context.State.Town, context.Day),
                _ => null,
            };
            if (region is not null)
                return (source, region.Id);
        }
        return null;
    }
}
