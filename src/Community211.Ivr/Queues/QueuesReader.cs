using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Queues.Figures;

namespace Community211.Ivr.Queues;

/// <summary>Reads <c>queues.yaml</c>, which may be absent: how urgent callers, languages and regions are weighed against each other.</summary>
public static class QueuesReader
{
    public const string File = "queues.yaml";

    private static readonly TimeSpan LongestAhead = TimeSpan.FromHours(4);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(2);

    /// <param name="text">The file; null: absent.</param>
    /// <param name="pool">Id of the whole province.</param>
    /// <param name="isRegion">Whether a region id is known.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static MatchRules Read(string? text, string pool, Func<string, bool> isRegion, Findings findings)
    {
        var rules = new MatchRules(pool);
        if (text is null || YamlSource.Read(File, text, findings) is not { } map)
            return rules;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        rules = rules with
        {
            UrgentAhead = Bounded(root, "urgent-ahead", rules.UrgentAhead, TimeSpan.Zero, LongestAhead),
            Handling = Bounded(root, "handling", rules.Handling, TimeSpan.FromSeconds(10), LongestCall),
            CrisisReserve = Crisis(root),
            Aid = root.Map("aid") is { } aid ? ReadAid(aid, rules.Aid) : rules.Aid,
        };
        if (root.Map("speaker") is { } speaker)
        {
            rules = rules with
            {
                NoSpeakerPatience = Bounded(speaker, "none-signed-in", rules.NoSpeakerPatience, TimeSpan.Zero, LongestPatience),
                BusySpeakerPatience = Bounded(speaker, "all-busy", rules.BusySpeakerPatience, TimeSpan.Zero, LongestPatience),
            };
            speaker.Done();
        }
        if (root.Map("callback") is { } callback)
            rules = rules with { Callbacks = CallbacksReader.Read(callback) };
        if (root.Map("figures") is { } figures)
            rules = rules with { Figures = ReadFigures(figures, rules.Figures) };
        var regions = root.Map("regions");
        root.Done();
        return regions is null ? rules : rules with { AidOf = Regions(regions, isRegion, rules.Aid) };
    }

    private static FigureRules ReadFigures(MapReader r, FigureRules otherwise)
    {
        var levels = ImmutableArray.CreateBuilder<TimeSpan>();
        foreach (var level in r.Texts("levels"))
        {
            if (MapReader.TryDuration(level.Value, out var time) && time > TimeSpan.Zero && time <= LongestAhead)
                levels.Add(time);
            else
                r.Findings.Add("time-out-of-range", level.At, $"'{level.Value}' is no time for a service level.", "Write times from 1s to 4h: levels: [20s, 90s].");
        }
        var figures = new FigureRules
        {
            ShortAbandon = Bounded(r, "short-abandon", otherwise.ShortAbandon, TimeSpan.Zero, LongestPatience),
            Levels = levels.Count > 0 ? levels.ToImmutable() : otherwise.Levels,
        };
        r.Done();
        return figures;
    }

    private static ImmutableDictionary<string, MutualAid> Regions(MapReader regions, Func<string, bool> isRegion, MutualAid otherwise)
    {
        var all = ImmutableDictionary.CreateBuilder<string, MutualAid>(StringComparer.Ordinal);
        foreach (var entry in regions.Entries)
        {
            if (!isRegion(entry.Key.Value))
                regions.Findings.Add("unknown-region", entry.Key.At, $"The region '{entry.Key.Value}' is not in places.yaml.", "Add it there, or correct it.");
            if (regions.Map(entry.Key.Value) is { } region)
                all[entry.Key.Value] = ReadAid(region, otherwise);
        }
        return all.ToImmutable();
    }

    private static int Crisis(MapReader root)
    {
        if (root.Map("crisis") is not { } crisis)
            return 0;
        var keep = crisis.Number("keep-idle", 0, 0, 999);
        crisis.Done();
        return keep;
    }

    private static MutualAid ReadAid(MapReader r, MutualAid otherwise)
    {
        var aid = new MutualAid
        {
            WhenWaitPasses = Bounded(r, "when-wait-passes", otherwise.WhenWaitPasses, TimeSpan.Zero, LongestAhead),
            Reserve = r.Number("keep-idle", otherwise.Reserve, 0, 999),
        };
        r.Done();
        return aid;
    }

    internal static TimeSpan Bounded(MapReader r, string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        var time = r.Duration(name, otherwise);
        if (time >= least && time <= most)
            return time;
        r.Findings.Add("time-out-of-range", r.PlaceOf(name), $"'{name}' is {time.TotalSeconds:0} s.", $"Write a time from {least.TotalSeconds:0} s to {most.TotalSeconds:0} s.");
        return otherwise;
    }
}
