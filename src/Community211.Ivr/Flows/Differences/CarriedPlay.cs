using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Differences;

/// <summary>
/// Plays a call on a flow until the line, or until it ends before any. Time passes as in an example, but being asked again is not carried,
/// nor the time that it took: only what it came to in the end.
/// </summary>
internal sealed class CarriedPlay(FlowSet set, CarriedCall call, ICaller caller)
{
    private readonly ImmutableArray<CarriedAnswer>.Builder _given = ImmutableArray.CreateBuilder<CarriedAnswer>();
    private FlowState _state = new() { Dialled = call.To, Town = call.Town };
    private TimeSpan _elapsed;

    private FlowContext Here => new(set, _state, call.At + _elapsed, call.Conditions);

    public CarriedResult Play()
    {
        try
        {
            _state = FlowRunner.Begin(Here).State;
            return ToLine();
        }
        catch (FlowCircle)
        {
            return Circle();
        }
    }

    private CarriedResult ToLine()
    {
        var messages = 0;
        while (_state.Line is null)
        {
            if (set.Flow.Steps[_state.Step] is TransferStep transfer)
                return Came(Landing.Transfer(transfer.To));
            var here = Here;
            var view = FlowRunner.View(here);
            if (view.Ends)
                return Came(new Landing(Landing.Goodbye));
            messages = view.Question.Listens ? 0 : messages + 1;
            if (messages > set.Flow.Steps.Count)
                return Circle();
            var act = caller.Next(here, view);
            if (act.Unknown is { } why)
                return new CarriedResult(null, null, _given.ToImmutable(), why);
            if (act.HangsUp)
            {
                _given.Add(new CarriedAnswer { Step = _state.Step, HungUp = true });
                return Came(new Landing(Landing.HungUp));
            }
            Answer(here, view, act);
        }
        return new CarriedResult(Landing.Of(set, _state), _elapsed, _given.ToImmutable(), null);
    }

    private void Answer(FlowContext here, FlowView view, Act act)
    {
        var silent = act.Answer?.IsSilence ?? act.Silent ?? SilentOf(here, act.Taken!);
        var result = FlowRunner.Answer(here with { Now = here.Now + Took(view, silent) }, act.Answer ?? new Answer("", ""), act.Taken);
        var meaning = Meaning.Read(result.Taken!);
        _state = result.State;
        if (meaning.Kind == MeaningKind.Again)
            return;
        if (act.Answer is { IsSilence: false } answer && meaning.Kind == MeaningKind.Outcome)
            silent = set.Flow.Steps[here.State.Step].Understand(here, answer) != meaning.Value;
        _elapsed += Took(here.State.Tries > 0 ? FlowRunner.View(here with { State = here.State with { Tries = 0, Misheard = false } }) : view, silent);
        _given.Add(new CarriedAnswer { Step = here.State.Step, Taken = result.Taken, Silent = silent });
    }

    private static TimeSpan Took(FlowView view, bool? silent) => silent == false ? view.Length - view.Patience : view.Length;

    /// <summary>Whether a meaning is that of silence; null: a key or words could have meant the same.</summary>
    private static bool? SilentOf(FlowContext here, string taken)
    {
        var meaning = Meaning.Read(taken);
        if (meaning.Kind == MeaningKind.Heard)
            return true;
        if (meaning.Kind != MeaningKind.Outcome || here.Set.Flow.Steps[here.State.Step] is var step && step.Otherwise(here) != meaning.Value)
            return false;
        return step.KeysFor(meaning.Value) is null && step is not NeedStep ? true : null;
    }

    private CarriedResult Came(Landing landing) => new(landing, null, _given.ToImmutable(), null);

    private CarriedResult Circle() => new(null, null, _given.ToImmutable(), $"it goes round in circles at step '{_state.Step}'");
}

/// <summary>What became of a call on a flow.</summary>
/// <param name="Landing">Where it came to; null when that is not known.</param>
/// <param name="InLineAfter">Time from the answer to the line; null when it came into none.</param>
/// <param name="Given">What the caller did there, each with its step.</param>
/// <param name="Unknown">Why it is not known where it came to; null when it is.</param>
public sealed record CarriedResult(Landing? Landing, TimeSpan? InLineAfter, ImmutableArray<CarriedAnswer> Given, string? Unknown);
