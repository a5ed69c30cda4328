using System.Collections.Immutable;
using Community211.Ivr.Files;
using NodaTime;

namespace Community211.Ivr.Places;

/// <summary><c>places.yaml</c> as it was read.</summary>
/// <param name="Pool">The whole province.</param>
/// <param name="Zone">Time zone in which days begin.</param>
/// <param name="PlanArea">How the numbering plan abbreviates the province.</param>
/// <param name="Regions">By id.</param>
/// <param name="Divisions">Census divisions whose zone is not the province's, with the place where each is named.</param>
public sealed record PlacesFile(
    Region Pool,
    DateTimeZone Zone,
    string PlanArea,
    ImmutableDictionary<string, Region> Regions,
    ImmutableDictionary<string, (DateTimeZone Zone, Place At)> Divisions)
{
    /// <summary>The regions and the pool.</summary>
    public IEnumerable<Region> Everyone => Regions.Values.Append(Pool);
}
