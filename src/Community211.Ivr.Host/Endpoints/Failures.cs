using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;

namespace Community211.Ivr.Host.Endpoints;

/// <summary>What callers hear when something of ours fails: they are brought to a person all the same.</summary>
internal static class Failures
{
    /// <summary>The ten-digit line of the region that the dialled number says, else the province's; after one that did not answer, the province's.</summary>
    public static ImmutableArray<Directive> ToLine(FlowSet flows, string dialled, DateTimeOffset now, bool again)
    {
        var places = flows.Places;
        var region = again ? null : RegionFinder.ByDialled(places, dialled, places.DayOf(now));
        return Replies.Outside(flows, language: null, region ?? places.Pool);
    }
}
