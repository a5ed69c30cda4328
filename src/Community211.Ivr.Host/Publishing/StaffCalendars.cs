using System.Text.RegularExpressions;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Publishing;

/// <summary>Which calendars staff may open.</summary>
internal static partial class StaffCalendars
{
    /// <summary>Whether the revision has a calendar of this name that staff may open.</summary>
    public static bool Knows(FlowSet set, string id) => set.Flow.Id.Length > 0 && Name().IsMatch(id);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex Name();
}
