using System.Collections.Immutable;

namespace Community211.Ivr.Queues.Figures;

/// <summary>What the calls of a span that is not over yet have come to.</summary>
/// <param name="From">Calls that began from here on.</param>
/// <param name="Figure">Of all of them.</param>
/// <param name="Crisis">The levels of callers in crisis alone: the target is 95 % within 20 s.</param>
public sealed record LiveSpan(DateTimeOffset From, Figure Figure, ImmutableArray<ServiceLevel> Crisis)
{
    public static LiveSpan Of(DateTimeOffset from, IEnumerable<CallRecord> calls, FigureRules rules)
    {
        var since = calls.Where(c => c.At >= from).ToList();
        return new LiveSpan(from, Figure.Of(since, rules), Figure.Of([.. since.Where(c => c.Priority == Priority.Crisis)], rules).Levels);
    }
}
