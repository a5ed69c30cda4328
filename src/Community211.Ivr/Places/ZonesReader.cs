using System.Collections.Immutable;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary>Reads <c>zones</c> of <c>places.yaml</c>: census divisions whose time zone is not the province's.</summary>
public static class ZonesReader
{
    internal static ImmutableDictionary<string, (DateTimeZone Zone, Place At)> Read(MapReader? list)
    {
        var all = ImmutableDictionary.CreateBuilder<string, (DateTimeZone, Place)>(StringComparer.Ordinal);
        foreach (var entry in list?.Entries ?? [])
        {
            var zone = Known(entry.Key.Value, entry.Key.At, list!.Findings);
            foreach (var division in list.Texts(entry.Key.Value))
            {
                if (!all.TryAdd(division.Value, (zone ?? DateTimeZone.Utc, division.At)))
                    list.Findings.Add("division-twice", division.At, $"Division {division.Value} stands here twice.", "Keep one of them.");
            }
        }
        return all.ToImmutable();
    }

    /// <summary>The zone of that name; null, with a finding, when there is none.</summary>
    internal static DateTimeZone? Known(string name, Place at, Findings findings)
    {
        var known = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        if (known is null && name.Length > 0)
            findings.Add("unknown-zone", at, $"'{name}' is no time zone.", "Write a name of the time zone database, for instance 'America/Toronto'.");
        return known;
    }

    /// <summary>Reports divisions in which no postal area and no town lies.</summary>
    public static void Check(PlacesFile file, IEnumerable<Fsa> fsas, IEnumerable<Town> towns, Findings findings)
    {
        var divisions = fsas.Select(f => f.Division).Concat(towns.Select(t => t.Division)).ToHashSet(StringComparer.Ordinal);
        foreach (var (division, (_, at)) in file.Divisions.Where(d => !divisions.Contains(d.Key)).OrderBy(d => d.Key, StringComparer.Ordinal))
            findings.Add("unknown-division", at, $"No postal area and no town lies in division '{division}'.", $"Write a code of the column 'division' of {CsvTables.FsaFile}.");
    }
}
