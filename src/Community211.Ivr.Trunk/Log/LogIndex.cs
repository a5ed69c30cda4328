namespace Community211.Ivr.Trunk.Log;

/// <summary>A log by its legs, in order of their first line, and what belongs to none.</summary>
internal sealed class LogIndex
{
    private readonly Dictionary<string, LoggedLeg> legs = new(StringComparer.Ordinal);
    private readonly List<LoggedLeg> inOrder = [];

    public LogIndex(LogReading reading)
    {
        Reading = reading;
        foreach (var entry in reading.Entries)
        {
            if (entry.CallSid is not { } sid)
            {
                Loose.Add(entry);
                continue;
            }
            if (!legs.TryGetValue(sid, out var leg))
            {
                legs[sid] = leg = new LoggedLeg(sid);
                inOrder.Add(leg);
            }
            leg.Entries.Add(entry);
        }
    }

    public LogReading Reading { get; }

    public IReadOnlyList<LoggedLeg> Legs => inOrder;

    public List<LogEntry> Loose { get; } = [];

    /// <summary>By the whole sid, or its beginning or end when that is enough.</summary>
    public IReadOnlyList<LoggedLeg> Find(string sid) => legs.TryGetValue(sid, out var leg)
        ? [leg]
        : [.. inOrder.Where(one => sid.Length >= 4 && (one.Sid.StartsWith(sid, StringComparison.Ordinal) || one.Sid.EndsWith(sid, StringComparison.Ordinal)))];

    /// <summary>The legs that this one dialled or talked with.</summary>
    public IReadOnlyList<LoggedLeg> Around(LoggedLeg leg)
    {
        var talked = leg.TalkedWith.ToHashSet(StringComparer.Ordinal);
        return [.. inOrder.Where(other => other != leg && (other.Parent == leg.Sid || talked.Contains(other.Sid)))];
    }

    /// <summary>Requests to the REST API, faults of them and messages that name one of these legs.</summary>
    public IReadOnlyList<LogEntry> LooseOf(IReadOnlyCollection<string> sids) => [.. Loose.Where(entry => sids.Any(sid => Names(entry, sid)))];

    public IEnumerable<LogEntry> LooseOfNone() => Loose.Where(entry => !inOrder.Exists(leg => Names(entry, leg.Sid)));

    private static bool Names(LogEntry entry, string sid) =>
        entry.Text("sid") == sid || entry.Text("path")?.Contains(sid, StringComparison.Ordinal) == true;
}
