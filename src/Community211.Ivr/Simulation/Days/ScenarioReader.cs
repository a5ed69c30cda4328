using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;
using NodaTime;
using NodaTime.Text;

namespace Community211.Ivr.Simulation.Days;

/// <summary>Reads a day's scenario. Regions, steps and languages are looked up, so that one that is gone is found here.</summary>
public sealed class ScenarioReader(FlowSet set, Findings findings)
{
    private const int Hours = 24;
    private const int MostWeight = 1_000_000;

    /// <summary>The scenario; null, with findings, when there is none to read.</summary>
    public DayScenario? Read(string file, string text)
    {
        if (YamlSource.Read(file, text, findings) is not { } map)
            return null;
        var root = new MapReader(map, findings);
        root.Number("format", 1, 1, 1);
        var defaults = new DayScenario { Day = default, Calls = 0, Hours = [], Regions = [], Languages = [], Kinds = [] };
        var (patience, interpreted) = (root.Map("patience", required: true), root.Map("interpreted"));
        var scenario = defaults with
        {
            Day = Day(root),
            Calls = root.Number("calls", 0, 1, MostWeight),
            Hours = HourWeights(root),
            Regions = RegionWeights(root),
            ProvincialNumber = Share(root, "provincial-number"),
            ExchangeKnown = Share(root, "exchange-known"),
            GivesPostalCode = Share(root, "gives-postal-code"),
            Languages = Habits(root, "languages", id => set.Languages.ContainsKey(id)),
            Kinds = Habits(root, "kinds", _ => true),
            Talk = root.Duration("talk", defaults.Talk),
            WrapUp = root.Duration("wrap-up", defaults.WrapUp),
            InterpretedLeast = (interpreted?.Number("least", 150, 100, 1000) ?? 150) / 100.0,
            InterpretedMost = (interpreted?.Number("most", 200, 100, 1000) ?? 200) / 100.0,
            Patience = patience?.Duration("mean", defaults.Patience) ?? defaults.Patience,
            PatientWithoutEnd = patience is null ? 0 : Share(patience, "without-end"),
            Floor = Floor(root, defaults.Floor),
            Seats = Seats(root, defaults.Seats),
            Surges = Surges(root),
        };
        patience?.Done();
        interpreted?.Done();
        root.Done();
        return findings.HasErrors ? null : scenario;
    }

    private LocalDate Day(MapReader r)
    {
        var parsed = LocalDatePattern.Iso.Parse(r.Text("day"));
        if (parsed.Success)
            return parsed.Value;
        findings.Add("not-moment", r.PlaceOf("day"), "'day' is no day.", "Write it as 2027-01-12.");
        return default;
    }

    private ImmutableArray<int> HourWeights(MapReader r)
    {
        ImmutableArray<int> weights = [.. r.Texts("hours").Select(t => int.TryParse(t.Value, out var n) && n is >= 0 and <= MostWeight ? n : -1)];
        if (weights.Length == Hours && weights.All(w => w >= 0) && weights.Any(w => w > 0))
            return weights;
        findings.Add("not-number", r.PlaceOf("hours"), "'hours' must be 24 whole numbers, not all 0.", "Write one for each hour, from midnight.");
        return [];
    }

    private ImmutableArray<Weighted<string>> RegionWeights(MapReader root)
    {
        if (root.Map("regions", required: true) is not { } regions)
            return [];
        foreach (var entry in regions.Entries.Where(e => !set.Places.Regions.ContainsKey(e.Key.Value)))
            findings.Add("unknown-region", entry.Key.At, $"The region '{entry.Key.Value}' is not in places.yaml.", "Correct it.");
        return Weighed(regions, "regions", [.. regions.Entries.Select(e => new Weighted<string>(e.Key.Value, regions.Number(e.Key.Value, 0, 0, MostWeight)))]);
    }

    private ImmutableArray<Weighted<CallerHabit>> Habits(MapReader root, string field, Func<string, bool> isKnown)
    {
        if (root.Map(field, required: true) is not { } map)
            return [];
        var all = ImmutableArray.CreateBuilder<Weighted<CallerHabit>>();
        foreach (var entry in map.Entries)
        {
            if (!isKnown(entry.Key.Value))
                findings.Add("unknown-language", entry.Key.At, $"The language '{entry.Key.Value}' is not in languages.yaml.", "Correct it.");
            if (map.Map(entry.Key.Value) is not { } r)
                continue;
            var does = r.Map("does");
            foreach (var step in (does?.Entries ?? []).Where(e => !set.Flow.Steps.ContainsKey(e.Key.Value)))
                findings.Add("unknown-step", step.Key.At, $"There is no step '{step.Key.Value}'.", $"Known are: {string.Join(", ", set.Flow.Steps.Keys.Order(StringComparer.Ordinal))}.");
            var habit = new CallerHabit(entry.Key.Value, (does?.Entries ?? []).ToImmutableDictionary(e => e.Key.Value, e => does!.Text(e.Key.Value), StringComparer.Ordinal));
            all.Add(new Weighted<CallerHabit>(habit, r.Number("weight", 0, 0, MostWeight)));
            r.Done();
        }
        return Weighed(map, field, all.ToImmutable());
    }

    private ImmutableArray<Weighted<T>> Weighed<T>(MapReader map, string field, ImmutableArray<Weighted<T>> all)
    {
        if (all.All(w => w.Weight == 0))
            findings.Add("not-number", map.At, $"'{field}' weighs nothing.", "Give at least one a weight.");
        return all;
    }

    private static FloorHabits Floor(MapReader root, FloorHabits otherwise)
    {
        if (root.Map("agents") is { } agents)
        {
            otherwise = otherwise with
            {
                Answer = agents.Duration("answer", otherwise.Answer),
                NoAnswer = Share(agents, "no-answer"),
                Ring = agents.Duration("ring", otherwise.Ring),
                Away = agents.Duration("away", otherwise.Away),
            };
            agents.Done();
        }
        if (root.Map("contacts") is not { } contacts)
            return otherwise;
        var floor = otherwise with { ContactAnswer = contacts.Duration("answer", otherwise.ContactAnswer) };
        contacts.Done();
        return floor;
    }

    private static SeatRule Seats(MapReader root, SeatRule otherwise)
    {
        if (root.Map("seats") is not { } r)
            return otherwise;
        var seats = new SeatRule
        {
            Answered = r.Number("answered", 80, 1, 99) / 100.0,
            Within = r.Duration("within", otherwise.Within),
            CrisisTrained = r.Number("crisis-trained", otherwise.CrisisTrained, 1, 99),
            French = r.Number("french", otherwise.French, 1, 99),
        };
        r.Done();
        return seats;
    }

    private ImmutableDictionary<string, Surge> Surges(MapReader root)
    {
        var surges = root.Map("surges");
        var all = ImmutableDictionary.CreateBuilder<string, Surge>(StringComparer.Ordinal);
        foreach (var entry in surges?.Entries ?? [])
        {
            if (surges!.Map(entry.Key.Value) is not { } r)
                continue;
            var region = r.OptionalText("region");
            if (region is not null && !set.Places.Regions.ContainsKey(region))
                findings.Add("unknown-region", r.PlaceOf("region"), $"The region '{region}' is not in places.yaml.", "Correct it.");
            all[entry.Key.Value] = new Surge(r.Duration("from", TimeSpan.Zero), r.Duration("for", TimeSpan.FromHours(1)), r.Number("times", 1, 1, 1000), r.Number("more", 0, 0, MostWeight), region);
            r.Done();
        }
        return all.ToImmutable();
    }

    private static int Share(MapReader r, string field) => r.Number(field, 0, 0, 100);
}
