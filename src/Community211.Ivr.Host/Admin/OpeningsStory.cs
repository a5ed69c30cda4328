using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Admin;

/// <summary>What staff opened, and what changes next by itself.</summary>
/// <param name="Openings">Those that are open, by calendar.</param>
/// <param name="Next">The one that closes first; null when none is open.</param>
public sealed record OpeningsStory(ImmutableArray<Opening> Openings, NextChange? Next)
{
    public static OpeningsStory Of(ImmutableArray<Opening> openings) =>
        new(openings, openings.MinBy(o => o.Until) is { } first ? new NextChange(first.Until, first.Calendar) : null);
}

/// <summary>A calendar that closes by itself.</summary>
/// <param name="At">When.</param>
/// <param name="Calendar">Its id.</param>
public sealed record NextChange(DateTimeOffset At, string Calendar);
