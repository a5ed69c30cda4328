using System.Collections.Immutable;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Checks;

/// <summary>How long a caller who says and presses nothing, except for a language, is on the way to the line.</summary>
/// <param name="Entry">Region id or the province's: whose number is dialled.</param>
/// <param name="Language">The language that is chosen; null: none.</param>
/// <param name="InLine">Time from the answer to the line; null: never.</param>
/// <param name="LongestStep">The step that takes longest; null if nothing is heard before the line.</param>
/// <param name="Call">The call.</param>
public sealed record TimeToLine(string Entry, string? Language, TimeSpan? InLine, string? LongestStep, ScriptedCall Call)
{
    public string Case => $"{Entry}, language {Language ?? "not chosen"}";

    /// <summary>Each entry that differs, in each language, in one world.</summary>
    public static IEnumerable<TimeToLine> Of(FlowMap map)
    {
        var chooses = map.Set.Flow.Steps.Values.OfType<LanguageStep>().OrderBy(l => l.Id, StringComparer.Ordinal).ToList();
        return Entries(map).SelectMany(e => From(map, e, chooses));
    }

    /// <summary>
    /// Ways in that differ by what is said: regions by the other language that they offer and whether they are known at all, told by our
    /// number or, where the flow asks the plan, by the town of the caller's exchange.
    /// </summary>
    public static IEnumerable<Entry> Entries(FlowMap map)
    {
        var (set, day) = (map.Set, map.Set.Places.DayOf(map.World.At));
        var byTown = set.Flow.Steps.Values.OfType<RegionStep>().Any(r => r.Sources.Contains(RegionStep.CallerExchange));
        var provincial = set.Places.Pool.Dialled.FirstOrDefault();
        var seen = new HashSet<(string?, bool)>();
        foreach (var region in set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Where(r => set.Places.InForce(r.Id, day) == r).Prepend(set.Places.Pool))
        {
            if (!set.Places.ZoneOf(region.Id, null).Equals(map.World.Zone) || !seen.Add((region.OtherLanguage, region == set.Places.Pool)))
                continue;
            if (region.Dialled.FirstOrDefault() is { } number)
                yield return new Entry(region.Id, region, number, null);
            if (byTown && provincial is not null && set.Places.Towns.Where(t => t.Value.Region == region.Id).Select(t => t.Key).Order(StringComparer.Ordinal).FirstOrDefault() is { } town)
                yield return new Entry($"{region.Id} by town", region, provincial, town);
        }
    }

    private static IEnumerable<TimeToLine> From(FlowMap map, Entry entry, List<LanguageStep> chooses)
    {
        var silent = new ScriptedCall(map.World.At, entry.To, entry.Town, map.World.Conditions, []);
        yield return Timed(map, entry, null, silent);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in chooses)
        {
            foreach (var (key, value) in step.Keys.OrderBy(k => k.Key).Where(k => tried.Add(k.Value)))
            {
                var call = Unlucky.Along(map, silent, [(step.Id, new Doing(DoingKind.Press, key.ToString()))], toLine: true);
                var language = value == LanguageStep.OtherKey ? entry.Region.OtherLanguage : value;
                // Where a language is not offered its key is a wrong one, and chooses nothing.
                if (call is not null && language is not null && CallPlayer.Play(map.Set, call, toLine: true).State.Language == language)
                    yield return Timed(map, entry, language, call);
            }
        }
    }

    private static TimeToLine Timed(FlowMap map, Entry entry, string? language, ScriptedCall call)
    {
        var played = CallPlayer.Play(map.Set, call, toLine: true);
        var before = played.Turns.Where(t => t.Step.Length > 0 && (played.InLineAfter is null || t.At < played.InLineAfter)).ToImmutableArray();
        var ends = before.Skip(1).Select(t => t.At).Append(played.InLineAfter ?? played.Lasted);
        var longest = before.Zip(ends, (t, end) => (t.Step, Took: end - t.At)).OrderByDescending(t => t.Took).Select(t => t.Step).FirstOrDefault();
        return new TimeToLine(entry.Name, language, played.InLineAfter, longest, call);
    }
}
