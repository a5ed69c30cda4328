using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;

namespace Community211.Ivr.Places;

/// <summary>Regions, numbers and places, resolved from <c>places.yaml</c>, <c>fsa.csv</c>, <c>towns.csv</c> and <c>contacts.yaml</c>.</summary>
/// <param name="Pool">The whole province: serves callers whose region is not known.</param>
/// <param name="Zone">Time zone in which days begin.</param>
/// <param name="PlanArea">How the numbering plan abbreviates the province: only towns there are the caller's.</param>
/// <param name="Regions">By id.</param>
/// <param name="Contacts">By id.</param>
/// <param name="Fsas">Forward sortation area (first three characters of a postal code) to place.</param>
/// <param name="Towns">Town name, as the number plan's geocoder writes it, to region id.</param>
public sealed record PlacesModel(
    Region Pool,
    DateTimeZone Zone,
    string PlanArea,
    ImmutableDictionary<string, Region> Regions,
    ImmutableDictionary<string, Contact> Contacts,
    ImmutableDictionary<string, Fsa> Fsas,
    ImmutableDictionary<string, string> Towns)
{
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
}
