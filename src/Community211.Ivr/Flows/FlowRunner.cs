using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows;

/// <summary>
/// The pure step: files, state, answer and time give the next state and its reasons. Live calls, replays and examples all go through
/// here and nowhere else.
/// </summary>
public static class FlowRunner
{
    private const int MostPassed = 100;

    /// <summary>A new call, up to the first step that asks or the line.</summary>
    public static FlowResult Begin(FlowSet set, FlowState state, DateTimeOffset now) => Go(set, state, set.Flow.Start, now, [], null);

    /// <summary>After a person: where the line leads then. Without a line the call simply stays where it is.</summary>
    public static FlowResult Finish(FlowSet set, FlowState state, DateTimeOffset now) =>
        state.Line is { } line && set.Flow.Steps[line.Queue] is QueueStep queue
            ? Go(set, state with { Line = null }, queue.Finished, now, [Reason.Of("finished")], null)
            : new FlowResult(state, [], null);

    /// <summary>Keys, speech or silence.</summary>
    /// <param name="set">The files.</param>
    /// <param name="state">Where the caller is.</param>
    /// <param name="answer">What came; ignored when <paramref name="taken"/> is given.</param>
    /// <param name="now">The time.</param>
    /// <param name="taken">What was made of the same answer before: replays a call whose keys and words are forgotten.</param>
    public static FlowResult Answer(FlowSet set, FlowState state, Answer answer, DateTimeOffset now, string? taken = null)
    {
        taken ??= Interpret(set, state, answer, now);
        var space = taken.IndexOf(' ', StringComparison.Ordinal);
        var (kind, rest) = space < 0 ? (taken, "") : (taken[..space], taken[(space + 1)..]);
        return kind switch
        {
            "go" => Go(set, state, rest, now, [Reason.Of("key-always", ("step", rest))], taken),
            "crisis-words" => Go(set, state, rest, now, [Reason.Of("crisis-words")], taken),
            "outcome" => Take(set, state, rest, now, taken),
            "again" => new FlowResult(state with { Tries = state.Tries + 1, Misheard = rest == "misheard" }, [], taken),
            _ => new FlowResult(state with { Misheard = false, Line = state.Line is { } line ? line with { Told = true } : null }, [], taken),
        };
    }

    /// <summary>What the caller hears now.</summary>
    public static FlowView View(FlowSet set, FlowState state, DateTimeOffset now)
    {
        var all = set.Flow.Languages;
        var context = new FlowContext(set, state, now);
        if (state.Line is null)
        {
            if (set.Flow.Steps[state.Step] is HangUpStep end)
                return new FlowView(new Question(end.Say.For(state.Language, all), 1, null, []), TimeSpan.Zero, Ends: true);
            return Asked(context, set.Flow.Patience.Wait);
        }
        var queue = (QueueStep)set.Flow.Steps[state.Line.Queue];
        if (!state.Line.Told)
            return new FlowView(new Question(queue.Say.For(state.Language, all), 1, null, []), TimeSpan.FromSeconds(1), Ends: false);
        if (state.Step.Length > 0 && set.Flow.Steps[state.Step].Ask(context) is not null)
            return Asked(context, set.Flow.Patience.InLine);
        var still = state.Priority == Priority.Crisis ? Phrases.StillInCrisisLine : Phrases.StillInLine;
        return new FlowView(new Question(set.Phrases.Say(still, state.Language, all), 1, null, []), HoldSilence, Ends: false);
    }

    /// <summary>Silence between two messages while nothing is asked; with any message it stays well under 45 s.</summary>
    private static readonly TimeSpan HoldSilence = TimeSpan.FromSeconds(20);

    private static FlowView Asked(FlowContext context, TimeSpan patience)
    {
        var set = context.Set;
        var question = set.Flow.Steps[context.State.Step].Ask(context)
            ?? throw new InvalidOperationException($"Step '{context.State.Step}' asks nothing and cannot be stayed at.");
        if (context.State.Misheard)
        {
            var sorry = set.Phrases.Say(Phrases.NotUnderstood, context.State.Language, set.Flow.Languages);
            question = question with { Parts = [.. sorry, .. question.Parts] };
        }
        return new FlowView(question, patience, Ends: false);
    }

    private static string Interpret(FlowSet set, FlowState state, Answer answer, DateTimeOffset now)
    {
        var context = new FlowContext(set, state, now);
        var asking = state.Line is null or { Told: true } && state.Step.Length > 0 ? set.Flow.Steps[state.Step] : null;
        var question = asking?.Ask(context);
        if (answer.Speech.Length > 0 && set.Flow.Crisis is { } crisis && set.Needs.HearCrisis(answer.Speech) is not null)
            return $"crisis-words {crisis}";
        if (question is not null && !answer.IsSilence && !(question.Keys > 1 && IsAlways(set, answer)) && asking!.Understand(context, answer) is { } outcome)
            return $"outcome {outcome}";
        if (IsAlways(set, answer))
            return $"go {set.Flow.Always[answer.Digits[0]]}";
        if (question is null)
            return "heard";
        var mayAsk = state.Tries + 1 < set.Flow.Patience.Tries;
        if (answer.IsSilence)
            return mayAsk && state.Line is not null ? "again silence" : $"outcome {asking!.Otherwise(context)}";
        return mayAsk ? "again misheard" : $"outcome {asking!.Otherwise(context)}";
    }

    private static bool IsAlways(FlowSet set, Answer answer) => answer.Digits.Length == 1 && set.Flow.Always.ContainsKey(answer.Digits[0]);

    private static FlowResult Take(FlowSet set, FlowState state, string outcome, DateTimeOffset now, string taken)
    {
        var move = set.Flow.Steps[state.Step].Take(new FlowContext(set, state, now), outcome);
        ImmutableArray<Reason> reasons = move.Reason is null ? [] : [move.Reason];
        return move.Target is null
            ? new FlowResult(move.State with { Tries = 0, Misheard = false }, reasons, taken)
            : Go(set, move.State, move.Target, now, reasons, taken);
    }

    private static FlowResult Go(FlowSet set, FlowState state, string target, DateTimeOffset now, ImmutableArray<Reason> reasons, string? taken)
    {
        state = state with { Tries = 0, Misheard = false, Candidates = [] };
        for (var passed = 0; passed < MostPassed; passed++)
        {
            if (target == Step.KeepWaiting)
                return new FlowResult(state with { Step = "" }, reasons, taken);
            var step = set.Flow.Steps[target];
            state = state with { Path = state.Path.Add(target) };
            switch (step)
            {
                case QueueStep queue when StaysInLine(state, queue) is { } why:
                    return new FlowResult(state with { Step = "", Line = state.Line! with { Told = true } }, reasons.Add(why), taken);
                case QueueStep queue:
                    state = EnterLine(state, queue, now);
                    reasons = reasons.Add(Reason.Of("in-line", ("queue", queue.Id)));
                    if (queue.Meanwhile is null)
                        return new FlowResult(state, reasons, taken);
                    target = queue.Meanwhile;
                    continue;
                case HangUpStep:
                    return new FlowResult(state with { Step = target, Line = null }, reasons, taken);
            }
            var context = new FlowContext(set, state, now);
            if (step.Ask(context) is not null)
                return new FlowResult(state with { Step = target }, reasons, taken);
            var move = step.Take(context, step.Otherwise(context));
            state = move.State;
            if (move.Reason is not null)
                reasons = reasons.Add(move.Reason);
            target = move.Target ?? throw new InvalidOperationException($"Step '{step.Id}' asks nothing and leads nowhere.");
        }
        throw new InvalidOperationException($"The flow goes in a circle at step '{target}'.");
    }

    private static Reason? StaysInLine(FlowState state, QueueStep queue)
    {
        if (state.Line is null)
            return null;
        if (state.Line.Queue == queue.Id)
            return Reason.Of("asked-for-person");
        return state.Priority == Priority.Crisis && queue.Priority < Priority.Crisis ? Reason.Of("stays-in-crisis-line") : null;
    }

    private static FlowState EnterLine(FlowState state, QueueStep queue, DateTimeOffset now) => state with
    {
        Step = "",
        ArrivedAt = state.ArrivedAt ?? now,
        Priority = queue.Priority > state.Priority ? queue.Priority : state.Priority,
        Line = new LineState(queue.Id, Told: false),
    };
}
