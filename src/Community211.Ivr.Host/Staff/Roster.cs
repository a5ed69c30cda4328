using Community211.Ivr.Calls;
using Community211.Ivr.Files;

namespace Community211.Ivr.Host.Staff;

/// <summary>Who stands in the live <c>places.yaml</c>.</summary>
internal sealed class Roster(IFlowSets flows, TimeProvider clock)
{
    public bool HasAgent(string id) => RegionOf(id) is not null;

    public bool HasRegion(string id) => Regions.Contains(id, StringComparer.Ordinal);

    /// <summary>The region that an agent answers for today; null for those who do not stand there.</summary>
    public string? RegionOf(string agent)
    {
        var places = flows.Live.Places;
        return places.Regions.Values.FirstOrDefault(r => r.Agents.Any(a => a.Id == agent)) is { } region ? places.InForce(region.Id, places.DayOf(clock.GetUtcNow()))?.Id : null;
    }

    /// <summary>The sentence about an agent who does not stand there.</summary>
    public string NoAgent(string id) => $"There is no agent '{id}' in places.yaml. {Meant(id, flows.Live.Places.Regions.Values.SelectMany(r => r.Agents.Select(a => a.Id)))}";

    /// <summary>The sentence about a region that is not in force.</summary>
    public string NoRegion(string id) => $"There is no region '{id}'. {Meant(id, Regions)}";

    /// <summary>Ids of the regions in force today.</summary>
    public IEnumerable<string> Regions
    {
        get
        {
            var places = flows.Live.Places;
            var day = places.DayOf(clock.GetUtcNow());
            return places.Regions.Keys.Where(id => places.InForce(id, day)?.Id == id);
        }
    }

    private static string Meant(string id, IEnumerable<string> known)
    {
        var all = known.Order(StringComparer.Ordinal).ToList();
        return Nearest.To(id, all) is { } near ? $"Did you mean {near}?" : $"Known are {string.Join(", ", all)}.";
    }
}
