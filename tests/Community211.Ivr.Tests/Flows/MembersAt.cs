using Community211.Ivr.Flows;
using Community211.Ivr.Places;

namespace Community211.Ivr.Tests.Flows;

/// <summary>A caller of a region on a day, at noon.</summary>
internal static class MembersAt
{
    public static FlowContext Of(string? region, PlacesModel places, DateOnly day) =>
        new(Ontario.Set with { Places = places }, new FlowState { Region = region }, new DateTimeOffset(day, new TimeOnly(17, 0), TimeSpan.Zero));
}
