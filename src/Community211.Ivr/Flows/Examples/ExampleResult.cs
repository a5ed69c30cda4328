using System.Collections.Immutable;
using System.Globalization;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Examples;

/// <summary>What became of an example.</summary>
/// <param name="Example">The example.</param>
/// <param name="Played">The call as it went.</param>
/// <param name="Differences">Sentences, one for each expectation that did not come true; empty: as expected.</param>
public sealed record ExampleResult(Example Example, PlayedCall Played, ImmutableArray<string> Differences)
{
    public static ExampleResult Of(FlowSet set, Example example)
    {
        var played = CallPlayer.Play(set, example.Call);
        return new ExampleResult(example, played, [.. Compare(set, example, played)]);
    }

    private static IEnumerable<string> Compare(FlowSet set, Example example, PlayedCall played)
    {
        var (expected, state) = (example.Expected, played.State);
        if (expected.Path is { } path && !PathMatch.Fits(path, state.Path))
            yield return $"The path was {string.Join(" > ", state.Path)}, not {string.Join(" > ", path)}.";
        foreach (var (what, wanted, was) in new[]
        {
            ("line", expected.Line, state.Line?.Queue ?? PathMatch.None),
            ("queue", expected.Queue, state.ArrivedAt is null ? PathMatch.None : state.Region ?? set.Places.Pool.Id),
            ("language", expected.Language, state.Language ?? "unknown"),
            ("priority", Lower(expected.Priority), Lower(state.Priority)),
            ("need", expected.Need, state.Need ?? "unknown"),
            ("end", expected.Ends, Word(played.End)),
        })
        {
            if (wanted is not null && wanted != was)
                yield return $"The {what} was {was}, not {wanted}.";
        }
        if (expected.InLine is { } most && !(played.InLineAfter <= most))
            yield return played.InLineAfter is { } took ? $"It took {Seconds(took)} to the line, not {Seconds(most)} at most." : "The call came into no line.";
        if (expected.Somebody is { } somebody && somebody != IsAnyoneOpen(set, example.Call, played))
            yield return somebody ? "Nobody who may answer is open then." : "Somebody who may answer is open then.";
        foreach (var answer in expected.Answers.Where(a => !state.Answers.Contains(a)))
            yield return $"The answer to '{answer.Name}' was {state.Answers.FirstOrDefault(a => a.Name == answer.Name)?.Value ?? "not given"}, not {answer.Value}.";
        if (!played.Unused.IsEmpty)
            yield return $"The caller never came to this: {string.Join(", ", played.Unused)}.";
    }

    private static bool IsAnyoneOpen(FlowSet set, ScriptedCall call, PlayedCall played) =>
        played.State.Line is { } line && ((QueueStep)set.Flow.Steps[line.Queue]).IsAnyoneOpen(new FlowContext(set, played.State, call.At + (played.InLineAfter ?? TimeSpan.Zero), call.Conditions));

    private static string? Lower(Queues.Priority? priority) => priority?.ToString().ToLowerInvariant();

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    private static string Word(PlayEnd end) => end switch
    {
        PlayEnd.Waiting => "waiting",
        PlayEnd.Ended => "goodbye",
        PlayEnd.HungUp => "hung-up",
        PlayEnd.Stranded => "nowhere",
        _ => "a circle",
    };
}
