using System.Collections.Immutable;
using Community211.Ivr.Files;
using NodaTime;
using NodaTime.Extensions;

namespace Community211.Ivr.Places;

/// <summary>Regions, numbers and places, resolved from <c>places.yaml</c>, <c>fsa.csv</c>, <c>towns.csv</c> and <c>contacts.yaml</c>.</summary>
/// <param name="Pool">The whole province: serves callers whose region is not known.</param>
/// <param name="Zone">Time zone in which days begin.</param>
/// <param name="PlanArea">How the numbering plan abbreviates the province: only towns there are the caller's.</param>
/// <param name="Regions">By id.</param>
/// <param name="Contacts">By id.</param>
/// <param name="Codes">What the service does about each N11 code, by code.</param>
/// <param name="Fsas">Forward sortation area (first three characters of a postal code) to place.</param>
/// <param name="Towns">By name, as the number plan's geocoder writes it.</param>
/// <param name="Divisions">Zones of the census divisions whose zone is not the province's.</param>
public sealed record PlacesModel(
    Region Pool,
    DateTimeZone Zone,
    string PlanArea,
    ImmutableDictionary<string, Region> Regions,
    ImmutableDictionary<string, Contact> Contacts,
    ImmutableDictionary<string, ServiceCode> Codes,
    ImmutableDictionary<string, Fsa> Fsas,
    ImmutableDictionary<string, Town> Towns,
    ImmutableDictionary<string, DateTimeZone> Divisions)
{
    /// <summary>Every zone that a caller may be in, the province's first.</summary>
    public ImmutableArray<DateTimeZone> AllZones =>
        [.. new[] { Zone }.Concat(Regions.Values.Select(r => r.Zone).OfType<DateTimeZone>()).Concat(Divisions.Values).Distinct()];

    /// <summary>Calendars that say when somebody answers.</summary>
    public IEnumerable<TextNode> HoursUsed => Regions.Values.Append(Pool).Select(r => r.Hours).Concat(Contacts.Values.Select(c => c.Hours)).OfType<TextNode>();

    /// <summary>Whether callers dial this number to come to us.</summary>
    public bool IsOurs(string number) => Regions.Values.Append(Pool).Any(r => r.Line == number || r.Dialled.Contains(number));

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => moment.ToInstant().InZone(Zone).Date.ToDateOnly();

    /// <summary>The region or the pool of that id, taken-over regions included; null if unknown.</summary>
    public Region? Find(string id) => id == Pool.Id ? Pool : Regions.GetValueOrDefault(id);

    /// <summary>The region that answers for an id on a day: itself, or the one that took it over; null if unknown or not yet in force.</summary>
    public Region? InForce(string id, DateOnly day)
    {
        for (var hops = 0; hops <= Regions.Count && Regions.TryGetValue(id, out var region); hops++)
        {
            if (day < region.From)
                return null;
            if (region.Until is null || day <= region.Until)
                return region;
            id = region.Into!;
        }
        return null;
    }

    /// <summary>The time zone of a caller: the division's, else the region's, else the province's. What is not known is null.</summary>
    public DateTimeZone ZoneOf(string? region, string? division) =>
        division is not null && Divisions.TryGetValue(division, out var zone)
            ? zone
            : (region is null ? null : Regions.GetValueOrDefault(region)?.Zone) ?? Zone;

    /// <summary>
    /// The line of a kind for a caller: the area's own, else the one for the whole province; of several the first by id. Null when there
    /// is neither.
    /// </summary>
    public Contact? ContactFor(ContactKind kind, string? region)
    {
        var all = Contacts.Values.Where(c => c.Kind == kind).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        return (region is null ? null : all.Find(c => c.Areas.Contains(region))) ?? all.Find(c => c.Areas.IsEmpty);
    }
}
