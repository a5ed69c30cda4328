using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>
/// A caller going through the pure step, as long as it takes to hear what is said: a key is pressed when the question has been heard,
/// silence lasts as long as patience allows.
/// </summary>
internal sealed class CallerInFlow(FlowSet set, DayCaller caller)
{
    private static readonly Answer Silence = new("", "");

    private FlowState state = new() { Dialled = caller.Dialled, Town = caller.Town };
    private Answer next = Silence;

    public DayCaller Caller => caller;

    /// <summary>When the caller came to be in crisis as far as the service knows; null: never.</summary>
    public DateTimeOffset? CrisisAt { get; private set; }

    /// <summary>We hang up on a caller who reached nobody.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>When the caller has heard what is said and done what they do; null once nothing more is asked.</summary>
    public DateTimeOffset? Begin(DateTimeOffset now) => Became(FlowRunner.Begin(At(now)), now);

    /// <summary>What the caller heard is over.</summary>
    public DateTimeOffset? Answer(DateTimeOffset now) => Became(FlowRunner.Answer(At(now), next), now);

    /// <summary>The caller as the matcher sees them; null while in no line.</summary>
    public QueueEntry? Entry(DateTimeOffset now) => LineEntry.Of(At(now), caller.Call);

    public FlowState State => state;

    private FlowContext At(DateTimeOffset now) => new(set, state, now);

    private DateTimeOffset? Became(FlowResult result, DateTimeOffset now)
    {
        state = result.State;
        if (state.Priority == Priority.Crisis)
            CrisisAt ??= now;
        var view = FlowRunner.View(At(now));
        IsEnded = view.Ends;
        // From here on the same message comes again and again.
        if (IsEnded || (state is { Line.Told: true, Step: "" } && !view.Question.Listens))
            return null;
        next = Doing(view);
        return now + (next.IsSilence ? view.Length : view.Length - view.Patience);
    }

    private Answer Doing(FlowView view)
    {
        if (!state.Candidates.IsEmpty)
            return Place();
        // A line's first message comes before what is asked in it.
        var step = state.Line is { Told: false } line ? line.Queue : state.Step;
        var does = set.Flow.Steps.GetValueOrDefault(step) is Flows.Steps.RegionStep ? caller.PostalKeys : caller.Does.GetValueOrDefault(step);
        if (does is null || state.Tries > 0)
            return Silence;
        var keys = does.All(char.IsAsciiDigit);
        // Nobody presses a key while nothing is asked, unless it always works.
        if (!view.Question.Listens && !(keys && does.Length == 1 && set.Flow.Always.ContainsKey(does[0])))
            return Silence;
        return keys ? new Answer(does, "") : new Answer("", does);
    }

    /// <summary>Asked which of several places: the own one, if it is among them.</summary>
    private Answer Place()
    {
        for (var i = 0; i < state.Candidates.Length; i++)
        {
            if (set.Places.Fsas[state.Candidates[i]].Region == caller.Region)
                return new Answer($"{i + 1}", "");
        }
        return Silence;
    }
}
