using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Which calendars staff may open.</summary>
internal static class StaffCalendars
{
    /// <summary>Whether the revision has a calendar of this name that staff may open.</summary>
    public static bool Knows(FlowSet set, string id) => set.Calendars.Calendars.TryGetValue(id, out var calendar) && calendar.OpenedByStaff;

    /// <summary>Those that they may, in order of the alphabet.</summary>
    public static IEnumerable<string> Of(FlowSet set) =>
        set.Calendars.Calendars.Values.Where(c => c.OpenedByStaff).Select(c => c.Id).Order(StringComparer.Ordinal);

    /// <summary>The sentence about a calendar that they may not.</summary>
    public static string NotKnown(FlowSet set, string id)
    {
        var known = string.Join(", ", Of(set));
        return $"There is no calendar '{id}' that staff may open. {(known.Length == 0 ? "In calendars.yaml none says 'opened-by: staff'." : $"They may open: {known}.")}";
    }
}
