namespace Community211.Ivr.Queues;

/// <summary>
/// The order in which callers are served: crisis strictly first, then who lost an agent, then who came first, where urgent callers
/// count as having come earlier. It does not change while they wait, so nobody is overtaken by anyone who comes late enough.
/// </summary>
public static class Standing
{
    /// <summary>Those who wait, in the order in which they are served.</summary>
    public static IEnumerable<QueueEntry> Order(IEnumerable<QueueEntry> entries, TimeSpan urgentAhead) =>
        entries.Where(e => e.Phase == CallerPhase.Waiting).OrderBy(e => Of(e, urgentAhead)).ThenBy(e => e.Call, StringComparer.Ordinal);

    /// <summary>Below 0 when the first is served before the second.</summary>
    public static int Compare(QueueEntry one, QueueEntry other, TimeSpan urgentAhead) =>
        Of(one, urgentAhead).CompareTo(Of(other, urgentAhead)) is not 0 and var standing ? standing : string.CompareOrdinal(one.Call, other.Call);

    /// <summary>False goes before true.</summary>
    private static (bool NotInCrisis, bool NotAtHead, DateTimeOffset CountsFrom) Of(QueueEntry entry, TimeSpan urgentAhead) =>
        (entry.Priority != Priority.Crisis, !entry.AtHead, entry.Priority == Priority.Urgent ? entry.ArrivedAt - urgentAhead : entry.ArrivedAt);
}
