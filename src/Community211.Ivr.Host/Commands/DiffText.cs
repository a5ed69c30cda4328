using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Differences;

namespace Community211.Ivr.Host.Commands;

/// <summary>What <c>diff</c> prints for people.</summary>
internal static class DiffText
{
    public static IEnumerable<string> Lines(DiffDocument document)
    {
        yield return $"Between {document.Before} and {document.After}";
        foreach (var line in document.Changes.DefaultIfEmpty("nothing that callers meet is different"))
            yield return $"  {line}";
        foreach (var step in document.Steps)
        {
            foreach (var what in step.What)
                yield return $"  {step.Step}: {what}";
        }
        foreach (var line in document.Calls is { } calls ? Lines(calls) : [])
            yield return line;
        foreach (var problem in document.Problems)
            yield return $"line {problem.Line}: {problem.Why}";
        if (!document.Problems.IsEmpty)
            yield return $"Could not be read, see above: {document.Problems.Length}";
    }

    private static IEnumerable<string> Lines(DifferenceReport calls)
    {
        yield return "";
        yield return calls.Calls == 1 ? "1 call" : $"{Number(calls.Calls)} calls";
        foreach (var (what, count) in new[] { ("same", calls.Same), ("elsewhere", calls.Elsewhere), ("undetermined", calls.Undetermined), ("not comparable", calls.NotComparable) })
            yield return $"  {what,-15} {Number(count),9}";
        foreach (var line in Moves(calls.Moves).Concat(Reasons("Undetermined", calls.UndeterminedBy)).Concat(Reasons("Not comparable", calls.NotComparableBy)))
            yield return line;
        if (calls is not { Before: { } before, After: { } after })
            yield break;
        yield return "";
        yield return $"Time in line, from the answer, where a call comes into one on both: {Number(calls.Timed)}";
        yield return $"  {"",-15} {"before",9} {"after",9}";
        foreach (var (what, old, young) in new[] { ("median", before.Median, after.Median), ("95 of 100", before.Percentile95, after.Percentile95), ("longest", before.Longest, after.Longest) })
            yield return $"  {what,-15} {Seconds(old),9} {Seconds(young),9}";
    }

    private static IEnumerable<string> Moves(ImmutableArray<MoveCount> moves)
    {
        if (moves.IsEmpty)
            yield break;
        var (from, to) = (Math.Max(4, moves.Max(m => m.From.Length)), Math.Max(2, moves.Max(m => m.To.Length)));
        yield return "";
        yield return "Elsewhere";
        yield return $"  {"calls",9}  {"from".PadRight(from)}  {"to".PadRight(to)}  differs";
        foreach (var move in moves)
        {
            yield return $"  {Number(move.Calls),9}  {move.From.PadRight(from)}  {move.To.PadRight(to)}  {move.Differs}";
            foreach (var example in move.Examples)
                yield return $"             {Words(example)}{Values(move.Differs, example)}";
        }
    }

    private static IEnumerable<string> Reasons(string title, ImmutableArray<ReasonCount> reasons)
    {
        if (reasons.IsEmpty)
            yield break;
        yield return "";
        yield return title;
        foreach (var reason in reasons)
        {
            yield return $"  {Number(reason.Calls),9}  {reason.Why}";
            foreach (var example in reason.Examples)
                yield return $"             {Words(example)}";
        }
    }

    private static string Words(ExampleCall example)
    {
        var words = new[]
        {
            $"{example.Id}, {example.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}Z",
            example.To is null ? null : $"to {example.To}",
            example.Town is null ? null : $"from {example.Town}",
        };
        var who = string.Join(", ", words.Where(w => w is not null));
        return example.Did.IsEmpty ? who : $"{who}: {string.Join(", ", example.Did)}";
    }

    /// <summary>What the table does not show: the language or priority before and after.</summary>
    private static string Values(string differs, ExampleCall example)
    {
        var (old, young) = (example.Before!, example.After!);
        var values = differs.Split(", ").Select(d => d switch
        {
            "language" => $"language {old.Language ?? "unknown"} -> {young.Language ?? "unknown"}",
            "priority" => $"priority {old.Priority ?? "none"} -> {young.Priority ?? "none"}",
            "region" when (old.Region ?? young.Region) is not null && old.Queue == young.Queue => $"region {old.Region ?? "unknown"} -> {young.Region ?? "unknown"}",
            _ => null,
        }).OfType<string>().ToList();
        return values.Count == 0 ? "" : $" ({string.Join(", ", values)})";
    }

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
