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
    /// <summary>A new call, up to the first step that asks or the line.</summary>
    public static FlowResult Begin(FlowContext at) => Go(at, at.Set.Flow.Start, [], null);

    /// <summary>After a person: where the line leads then. Without a line the call simply stays where it is.</summary>
    public static FlowResult Finish(FlowContext at) =>
        at.State.Line is { } line && at.Set.Flow.Steps[line.Queue] is QueueStep queue
            ? Go(at with { State = at.State with { Line = null } }, queue.Finished, [Reason.Of("finished")], null, new Way(queue.Id, "finished"))
            : new FlowResult(at.State, [], null);

    /// <summary>After a transfer: where it leads when somebody was reached, or when nobody was.</summary>
    public static FlowResult Transferred(FlowContext at, bool reached)
    {
        if (at.State.Step.Length == 0 || at.Set.Flow.Steps[at.State.Step] is not TransferStep transfer)
            return new FlowResult(at.State, [], null);
        var move = transfer.Take(at, reached ? TransferStep.Reached : TransferStep.NotReached);
        return Go(at with { State = move.State }, move.Target!, [move.Reason!], null, new Way(transfer.Id, reached ? TransferStep.Reached : TransferStep.NotReached));
    }

    /// <summary>Keys, speech or silence.</summary>
    /// <param name="at">Where the caller is.</param>
    /// <param name="answer">What came; ignored when <paramref name="taken"/> is given.</param>
    /// <param name="taken">What was made of the same answer before: replays a call whose keys and words are forgotten.</param>
    public static FlowResult Answer(FlowContext at, Answer answer, string? taken = null)
    {
        var meaning = taken is null ? Interpret(at, answer) : Meaning.Read(taken);
        if (at.State.Line is { Told: true, Forecast: not null, ForecastTold: false } heard)
            at = at with { State = at.State with { Line = heard with { ForecastTold = true } } };
        var state = at.State;
        return meaning.Kind switch
        {
            MeaningKind.Go => Go(at, meaning.Value, [Reason.Of("key-always", ("step", meaning.Value))], meaning),
            MeaningKind.CrisisWords => Go(at, meaning.Value, [Reason.Of("crisis-words")], meaning),
            MeaningKind.Outcome => Take(at, meaning),
            MeaningKind.Language => new FlowResult(state with { Language = meaning.Value }, [Reason.Of("language-chosen", ("language", meaning.Value))], meaning.ToString()),
            MeaningKind.Again => new FlowResult(state with { Tries = state.Tries + 1, Misheard = meaning.Value == Meaning.Misheard }, [], meaning.ToString()),
            _ => new FlowResult(state with { Misheard = false, Line = state.Line is { } line ? line with { Told = true } : null }, [], meaning.ToString()),
        };
    }

    /// <summary>What the caller hears now.</summary>
    public static FlowView View(FlowContext at) => Heard(at) with { Audio = at.Set.Audio };

    private static FlowView Heard(FlowContext at)
    {
        var (set, state) = (at.Set, at.State);
        if (state.Line is null)
            return Asked(at, set.Flow.Patience.Wait);
        var queue = (QueueStep)set.Flow.Steps[state.Line.Queue];
        if (!state.Line.Told)
            return new FlowView(Question.Told(queue.Say.For(state.Language, set.Flow.Languages)), Breath, Ends: false);
        var ahead = WaitWords.Of(at);
        if (Asking(at) is not null)
        {
            var asked = Asked(at, set.Flow.Patience.InLine);
            return state.Line.ForecastTold ? asked : asked with { Question = asked.Question with { Parts = [.. ahead, .. asked.Question.Parts] } };
        }
        var still = state.Priority == Priority.Crisis ? Phrases.StillInCrisisLine : Phrases.StillInLine;
        return new FlowView(Question.Told([.. ahead, .. set.Phrases.Say(still, state.Language, set.Flow.Languages)]), HoldSilence, Ends: false);
    }

    /// <summary>Silence between two messages while nothing is asked; with any message it stays well under 45 s.</summary>
    private static readonly TimeSpan HoldSilence = TimeSpan.FromSeconds(20);

    /// <summary>After a message that asks nothing.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private static FlowView Asked(FlowContext at, TimeSpan patience)
    {
        var step = at.Set.Flow.Steps[at.State.Step];
        var question = step.Ask(at) ?? Question.Told([]);
        if (at.State.Misheard)
        {
            var sorry = at.Set.Phrases.Say(Phrases.NotUnderstood, at.State.Language, at.Set.Flow.Languages);
            question = question with { Parts = [.. sorry, .. question.Parts] };
        }
        return new FlowView(question, question.Listens ? patience : Breath, step is HangUpStep);
    }

    /// <summary>What the caller is being asked; null while in line nothing is.</summary>
    private static Question? Asking(FlowContext at) =>
        at.State is { Line: null } or { Line.Told: true } && at.State.Step.Length > 0 ? at.Set.Flow.Steps[at.State.Step].Ask(at) : null;

    private static Meaning Interpret(FlowContext at, Answer answer)
    {
        var (set, state) = (at.Set, at.State);
        if (answer.Speech.Length > 0 && set.Flow.Crisis is { } crisis && set.Needs.HearCrisis(answer.Speech) is not null)
            return new Meaning(MeaningKind.CrisisWords, crisis);
        var question = Asking(at);
        var step = question is null ? null : set.Flow.Steps[state.Step];
        if (question is { Listens: true } && !answer.IsSilence && !(question.Keys > 1 && IsAlways(set, answer)) && step!.Understand(at, answer) is { } outcome)
            return Meaning.Of(step, outcome);
        if (state is { Line.Told: false, Language: null } && LanguageOf(at, answer) is { } language)
            return new Meaning(MeaningKind.Language, language);
        if (IsAlways(set, answer))
            return new Meaning(MeaningKind.Go, set.Flow.Always[answer.Digits[0]]);
        if (step is HangUpStep or TransferStep || (question is null && state.Line is not null))
            return new Meaning(MeaningKind.Heard);
        step ??= set.Flow.Steps[state.Step];
        question ??= Question.Told([]);
        var asksAgain = question.Listens && state.Tries + 1 < set.Flow.Patience.Tries && (!answer.IsSilence || state.Line is not null);
        return asksAgain
            ? new Meaning(MeaningKind.Again, answer.IsSilence ? Meaning.Silence : Meaning.Misheard)
            : Meaning.Of(step, step.Otherwise(at));
    }

    /// <summary>Who was too late for the offer of a language, and presses its key while the line's first message is said.</summary>
    private static string? LanguageOf(FlowContext at, Answer answer) =>
        at.State.Path.Reverse().Select(id => at.Set.Flow.Steps.GetValueOrDefault(id)).OfType<LanguageStep>().FirstOrDefault()?.Understand(at, answer);

    private static bool IsAlways(FlowSet set, Answer answer) => answer.Digits.Length == 1 && set.Flow.Always.ContainsKey(answer.Digits[0]);

    private static FlowResult Take(FlowContext at, Meaning meaning)
    {
        var step = at.Set.Flow.Steps[meaning.Step ?? at.State.Step];
        var move = step.Take(at, meaning.Value);
        var way = new Way(step.Id, meaning.Value);
        ImmutableArray<Reason> reasons = move.Reason is null ? [] : [move.Reason];
        return move.Target is null
            ? new FlowResult(move.State with { Tries = 0, Misheard = false }, reasons, meaning.ToString()) { Ways = [way] }
            : Go(at with { State = move.State }, move.Target, reasons, meaning, way);
    }

    private static FlowResult Go(FlowContext at, string target, ImmutableArray<Reason> reasons, Meaning? meaning, Way? way = null)
    {
        var taken = meaning?.ToString();
        ImmutableArray<Way> ways = way is null ? [] : [way];
        var state = at.State with { Tries = 0, Misheard = false, Candidates = [], Callback = at.State.CallbackAt is null ? null : at.State.Callback };
        for (var passed = 0; passed <= at.Set.Flow.Steps.Count; passed++)
        {
            if (target == Step.KeepWaiting)
                return Came(state with { Step = "" });
            var step = at.Set.Flow.Steps[target];
            state = state with { Path = state.Path.Add(target) };
            switch (step)
            {
                case QueueStep queue when StaysInLine(state, queue) is { } why:
                    reasons = reasons.Add(why);
                    return Came(state with { Step = "", Line = state.Line! with { Told = true } });
                case QueueStep queue:
                    state = EnterLine(state, queue, at.Now);
                    reasons = reasons.Add(Reason.Of("in-line", ("queue", queue.Id)));
                    if (queue.Meanwhile is null)
                        return Came(state);
                    target = queue.Meanwhile;
                    ways = ways.Add(new Way(queue.Id, "meanwhile"));
                    continue;
                case HangUpStep or TransferStep:
                    return Came(state with { Step = target, Line = null });
            }
            var here = at with { State = state };
            if (!step.IsPassed(here))
                return Came(state with { Step = target });
            var outcome = step.Otherwise(here);
            var move = step.Take(here, outcome);
            ways = ways.Add(new Way(step.Id, outcome));
            state = move.State;
            if (move.Reason is not null)
                reasons = reasons.Add(move.Reason);
            target = move.Target ?? throw new InvalidOperationException($"Step '{step.Id}' asks nothing and leads nowhere.");
        }
        throw new FlowCircle(target);

        FlowResult Came(FlowState there) => new(there, reasons, taken) { Ways = ways };
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
        ArrivedAt = state.ArrivedAt ?? state.PlaceSince ?? now,
        Priority = queue.Priority > state.Priority ? queue.Priority : state.Priority,
        Line = new LineState(queue.Id, Told: false),
    };
}
