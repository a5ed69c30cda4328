using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;

namespace Community211.Ivr.Simulation.Days;

/// <summary>The callers of a day, drawn from given dice: the same dice give the same callers.</summary>
public sealed class DayCallers(DayScenario scenario, FlowSet set, Random random)
{
    private readonly ILookup<string, string> towns = set.Places.Towns.OrderBy(t => t.Key, StringComparer.Ordinal).ToLookup(t => t.Value.Region, t => t.Key, StringComparer.Ordinal);
    private readonly ILookup<string, Fsa> areas = set.Places.Fsas.Values.OrderBy(f => f.Code, StringComparer.Ordinal).ToLookup(f => f.Region, StringComparer.Ordinal);
    private int last;

    /// <summary>By the time of their call.</summary>
    public IReadOnlyList<DayCaller> Draw(Surge? surge = null)
    {
        var hours = scenario.Hours.Select((weight, hour) => new Weighted<int>(hour, weight)).ToImmutableArray();
        var all = Enumerable.Range(0, scenario.Calls).Select(_ => Caller(TimeSpan.FromHours(random.From(hours) + random.NextDouble()), random.From(scenario.Regions))).ToList();
        if (surge is not null)
            all.AddRange(Surging(surge));
        return [.. all.OrderBy(c => c.At).ThenBy(c => c.Call, StringComparer.Ordinal)];
    }

    /// <summary>When the day begins.</summary>
    public static DateTimeOffset Start(DayScenario scenario, FlowSet set) => scenario.Day.AtStartOfDayInZone(set.Places.Zone).ToDateTimeOffset();

    private IEnumerable<DayCaller> Surging(Surge surge)
    {
        var minutes = (int)surge.Length.TotalMinutes;
        // So many a minute as the scenario says for that hour, times how many more.
        for (var minute = 0; minute < minutes; minute++)
        {
            var at = surge.From + TimeSpan.FromMinutes(minute);
            var more = (surge.Times - 1) * scenario.CallsIn(at.Hours, surge.Region) / 60;
            var calls = (int)more + (random.NextDouble() < more % 1 ? 1 : 0);
            for (var i = 0; i < calls; i++)
                yield return Caller(at + TimeSpan.FromMinutes(random.NextDouble()), surge.Region ?? random.From(scenario.Regions));
        }
        for (var i = 0; i < surge.More; i++)
            yield return Caller(surge.From + (surge.Length * random.NextDouble()), surge.Region ?? random.From(scenario.Regions));
    }

    private DayCaller Caller(TimeSpan at, string region)
    {
        var (language, kind) = (random.From(scenario.Languages), random.From(scenario.Kinds));
        var own = set.Places.Regions[region];
        return new DayCaller
        {
            Call = string.Create(CultureInfo.InvariantCulture, $"CA{++last:000000}"),
            At = Start(scenario, set) + at,
            Region = region,
            Language = language.Id,
            Kind = kind.Id,
            Dialled = (random.OfHundred(scenario.ProvincialNumber) ? set.Places.Pool : own).Dialled.FirstOrDefault(),
            Town = random.OfHundred(scenario.ExchangeKnown) ? Any(towns[region]) : null,
            Does = language.Does.SetItems(kind.Does),
            PostalKeys = random.OfHundred(scenario.GivesPostalCode) && Any(areas[region]) is { } area ? PostalKeys.Of(area) : null,
            Talk = random.Exponential(scenario.Talk),
            Interpreted = scenario.InterpretedLeast + (random.NextDouble() * (scenario.InterpretedMost - scenario.InterpretedLeast)),
            Patience = random.OfHundred(scenario.PatientWithoutEnd) ? null : random.Exponential(scenario.Patience),
        };
    }

    private T? Any<T>(IEnumerable<T> all)
        where T : class
    {
        var list = all.ToList();
        return list.Count == 0 ? null : list[random.Next(list.Count)];
    }
}
