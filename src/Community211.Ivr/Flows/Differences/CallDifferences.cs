namespace Community211.Ivr.Flows.Differences;

/// <summary>Adds compared calls up. The order in which they are added decides which become examples.</summary>
/// <param name="examples">How many calls are named for each kind of difference, 0 or more.</param>
public sealed class CallDifferences(int examples)
{
    private readonly Dictionary<(string From, string To, string Differs), Counted> _moves = [];
    private readonly Dictionary<string, Counted> _undetermined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counted> _notComparable = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _before = [];
    private readonly List<TimeSpan> _after = [];
    private int _same;

    public void Add(ComparedCall call)
    {
        switch (call.Comparison)
        {
            case Comparison.Same:
                _same++;
                break;
            case Comparison.Elsewhere:
                var (old, young) = (call.Before!.Landing!, call.After!.Landing!);
                Count(_moves, (Words(old, young), Words(young, old), call.Why), call);
                break;
            case Comparison.Undetermined:
                Count(_undetermined, call.Why, call);
                break;
            default:
                Count(_notComparable, call.Why, call);
                break;
        }
        if (call is { Before.InLineAfter: { } before, After.InLineAfter: { } after })
        {
            _before.Add(before);
            _after.Add(after);
        }
    }

    public DifferenceReport Report() => new(
        _same + Total(_moves) + Total(_undetermined) + Total(_notComparable),
        _same, Total(_moves), Total(_undetermined), Total(_notComparable),
        [.. Sorted(_moves, k => $"{k.From} {k.To} {k.Differs}").Select(m => new MoveCount(m.Key.From, m.Key.To, m.Key.Differs, m.Value.Count, [.. m.Value.Examples]))],
        [.. Sorted(_undetermined, k => k).Select(r => new ReasonCount(r.Key, r.Value.Count, [.. r.Value.Examples]))],
        [.. Sorted(_notComparable, k => k).Select(r => new ReasonCount(r.Key, r.Value.Count, [.. r.Value.Examples]))],
        _before.Count, TimeSpread.Of(_before), TimeSpread.Of(_after));

    /// <summary>By queue; the line is named when it is another.</summary>
    private static string Words(Landing landing, Landing other) =>
        landing.Line is { } line && line != other.Line ? $"{landing.Queue}, line {line}" : landing.Queue;

    private void Count<T>(Dictionary<T, Counted> counts, T key, ComparedCall call)
        where T : notnull
    {
        if (!counts.TryGetValue(key, out var counted))
            counts[key] = counted = new Counted();
        counted.Count++;
        if (counted.Examples.Count < examples)
            counted.Examples.Add(ExampleCall.Of(call));
    }

    private static int Total<T>(Dictionary<T, Counted> counts)
        where T : notnull => counts.Values.Sum(c => c.Count);

    private static IEnumerable<KeyValuePair<T, Counted>> Sorted<T>(Dictionary<T, Counted> counts, Func<T, string> name)
        where T : notnull => counts.OrderByDescending(c => c.Value.Count).ThenBy(c => name(c.Key), StringComparer.Ordinal);

    private sealed class Counted
    {
        public int Count { get; set; }

        public List<ExampleCall> Examples { get; } = [];
    }
}
