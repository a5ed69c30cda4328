using System.Collections.Immutable;
using Community211.Ivr.Flows.Differences;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Tests.Flows.Differences;

/// <summary>A menu before the line, calls with known keys, and what becomes of them after an edit.</summary>
internal static class Planted
{
    public const string Menu = """
          first: { region: [caller-number], next: welcome }
          welcome:
            menu: "For food, press 1. For money, press 2."
            keys: { 1: food, 2: money }
            otherwise: person
          food: { queue: { region: 0s }, priority: urgent, say: "In danger, dial 9-1-1. In a crisis, press 9.", finished: goodbye, meanwhile: asked }
          money: { queue: { region: 0s }, say: "In danger, dial 9-1-1. In a crisis, press 9.", finished: goodbye, meanwhile: asked }
          asked: { ask: "For news, press 1.", keys: { 1: news }, next: keep-waiting, otherwise: keep-waiting }

        """;

    public static readonly FlowSet Set = WithSteps.Set(Menu);

    /// <summary>The flow with one text replaced; it must be there.</summary>
    public static FlowSet Edited(string old, string now)
    {
        Assert.Contains(old, Menu, StringComparison.Ordinal);
        return WithSteps.Set(Menu.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>A call for each entry: a key, or empty for silence.</summary>
    public static IEnumerable<CarriedCall> Calls(IEnumerable<string> keys, string? to = null, string? town = null) => keys.Select((key, i) => new CarriedCall
    {
        Id = $"CA{i}",
        At = Ontario.Noon,
        To = to,
        Town = town,
        Order = AnswerOrder.WhenAsked,
        Answers = [new CarriedAnswer { Digits = key }],
    });

    public static DifferenceReport Compare(FlowSet before, FlowSet after, IEnumerable<CarriedCall> calls, int examples = 2)
    {
        var (comparer, all) = (new CallComparer(before, after), new CallDifferences(examples));
        foreach (var call in calls)
            all.Add(comparer.Compare(call));
        return all.Report();
    }

    /// <summary>Same, elsewhere, undetermined, not comparable.</summary>
    public static (int, int, int, int) Counts(DifferenceReport report) => (report.Same, report.Elsewhere, report.Undetermined, report.NotComparable);

    /// <summary>A few hundred callers: so many press 1, 2, 9, a wrong key twice, or nothing.</summary>
    public static ImmutableArray<string> Keys(int ones, int twos, int nines, int silent) =>
        [.. Enumerable.Repeat("1", ones), .. Enumerable.Repeat("2", twos), .. Enumerable.Repeat("9", nines), .. Enumerable.Repeat("", silent)];
}
