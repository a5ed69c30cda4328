namespace Community211.Ivr.Queues;

/// <summary>
/// The order in which callers are served: crisis strictly first, then who lost an agent, then who came first, where urgent callers
/// count as having come earlier. It does not change while they wait, so nobody is overtaken by anyone who comes late enough.
/// </summary>
public static class Standing
{
    /// <summary>Those who wait, in the order in which they are served.</summary>
    public static IEnumerable<QueueEntry> Order(IEnumerable<QueueEntry> entries, TimeSpan urgentAhead) =>
        entries.Where(e => e.Phase == CallerPhase.Waiting).Order(Comparer<QueueEntry>.Create((a, b) => Compare(a, b, urgentAhead)));

    /// <summary>Below 0 when the first is served before the second.</summary>
    public static int Compare(QueueEntry one, QueueEntry other, TimeSpan urgentAhead)
    {
        var crisis = (other.Priority == Priority.Crisis).CompareTo(one.Priority == Priority.Crisis);
        if (crisis != 0)
            return crisis;
        var head = other.AtHead.CompareTo(one.AtHead);
        if (head != 0)
            return head;
        var came = CountsFrom(one, urgentAhead).CompareTo(CountsFrom(other, urgentAhead));
        return came != 0 ? came : string.CompareOrdinal(one.Call, other.Call);
    }

    private static DateTimeOffset CountsFrom(QueueEntry entry, TimeSpan urgentAhead) =>
        entry.Priority == Priority.Urgent ? entry.ArrivedAt - urgentAhead : entry.ArrivedAt;
}
