using System.Collections.Immutable;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Places;

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
        var set = map.Set;
        var chooses = set.Flow.Steps.Values.OfType<LanguageStep>().OrderBy(l => l.Id, StringComparer.Ordinal).ToList();
        var seen = new HashSet<(string?, bool)>();
        foreach (var entry in set.Places.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Prepend(set.Places.Pool))
        {
            // Regions differ by what other language they offer and by whether they are known at all.
            if (!entry.Dialled.IsEmpty && set.Places.ZoneOf(entry.Id, null).Equals(map.World.Zone) && seen.Add((entry.OtherLanguage, entry == set.Places.Pool)))
            {
                foreach (var time in From(map, entry, chooses))
                    yield return time;
            }
        }
    }

    private static IEnumerable<TimeToLine> From(FlowMap map, Region entry, List<LanguageStep> chooses)
    {
        var silent = new ScriptedCall(map.World.At, entry.Dialled[0], null, map.World.Conditions, []);
        yield return Timed(map, entry, null, silent);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in chooses)
        {
            foreach (var (key, value) in step.Keys.OrderBy(k => k.Key).Where(k => tried.Add(k.Value)))
            {
                var call = Unlucky.Along(map, entry.Dialled[0], [(step.Id, new Doing(DoingKind.Press, key.ToString()))]);
                var language = value == LanguageStep.OtherKey ? entry.OtherLanguage : value;
                if (call is not null && language is not null)
                    yield return Timed(map, entry, language, call);
            }
        }
    }

    private static TimeToLine Timed(FlowMap map, Region entry, string? language, ScriptedCall call)
    {
        var played = CallPlayer.Play(map.Set, call, toLine: true);
        var before = played.Turns.Where(t => t.Step.Length > 0 && (played.InLineAfter is null || t.At < played.InLineAfter)).ToImmutableArray();
        var ends = before.Skip(1).Select(t => t.At).Append(played.InLineAfter ?? played.Lasted);
        var longest = before.Zip(ends, (t, end) => (t.Step, Took: end - t.At)).OrderByDescending(t => t.Took).Select(t => t.Step).FirstOrDefault();
        return new TimeToLine(entry.Id, language, played.InLineAfter, longest, call);
    }
}
