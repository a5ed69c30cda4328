using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Publishing;

namespace Community211.Ivr.Host.Admin;

/// <summary>What staff opened, and what changes next by itself.</summary>
/// <param name="Openings">Those that are not over, by calendar.</param>
/// <param name="Next">The first change; null when none comes.</param>
public sealed record OpeningsStory(ImmutableArray<Opening> Openings, NextChange? Next)
{
    public static OpeningsStory Of(ImmutableArray<Opening> openings, FlowSet set, DateTimeOffset now)
    {
        ImmutableArray<string> open = [.. openings.Select(o => o.Calendar)];
        var hours = StaffCalendars.Of(set).Select(id => set.Calendars.Calendars[id])
            .Select(c => c.NextChange(now, set.Places.Zone, open) is { } at ? new NextChange(at, c.Id, !c.IsOpen(now, set.Places.Zone, open)) : null);
        return new OpeningsStory(openings, openings.Select(o => new NextChange(o.Until, o.Calendar, Opens: false)).Concat(hours.OfType<NextChange>()).MinBy(c => c.At));
    }
}

/// <summary>A calendar that changes by itself.</summary>
/// <param name="At">When.</param>
/// <param name="Calendar">Its id.</param>
/// <param name="Opens">It opens then; false: it closes.</param>
public sealed record NextChange(DateTimeOffset At, string Calendar, bool Opens);
