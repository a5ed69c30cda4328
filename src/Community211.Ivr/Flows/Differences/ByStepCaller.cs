using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>
/// Carries answers over to a flow by meaning: at each step the outcome that was given at that step, never by position. What does not carry
/// is not known.
/// </summary>
/// <param name="answers">What was given where, on the flow that it is carried from.</param>
/// <param name="outcomes">Which outcomes mean the same on the flow that it is carried to.</param>
internal sealed class ByStepCaller(ImmutableArray<CarriedAnswer> answers, CarriedOutcomes outcomes) : ICaller
{
    private readonly bool[] _given = new bool[answers.Length];

    /// <summary>What the caller went out of their way to do, and never came to do; null: nothing.</summary>
    public string? Missed
    {
        get
        {
            for (var i = 0; i < answers.Length; i++)
            {
                var answer = answers[i];
                if (!_given[i] && (answer.HungUp || (answer.Taken is { } taken && Meaning.Read(taken).Kind is MeaningKind.Go or MeaningKind.CrisisWords)))
                    return $"the caller {(answer.HungUp ? "hung up" : "asked for a person or for help in a crisis")} at step '{answer.Step}', which is not come to";
            }
            return null;
        }
    }

    public Act Next(FlowContext here, FlowView view)
    {
        var id = here.State.Step;
        if (Take(id) is not { } answer)
            return view.Question.Listens ? NotKnown(WhyNot(id)) : Act.Silence;
        if (answer.HungUp)
            return new Act(HangsUp: true);
        var (flow, meaning) = (here.Set.Flow, Meaning.Read(answer.Taken!));
        switch (meaning.Kind)
        {
            case MeaningKind.Go:
                return flow.Always.ContainsValue(meaning.Value) ? new Act(Taken: answer.Taken) : NotKnown($"no key always leads to '{meaning.Value}' any more");
            case MeaningKind.CrisisWords:
                return flow.Crisis is { } crisis && view.Question.Speech is not null
                    ? new Act(Taken: new Meaning(MeaningKind.CrisisWords, crisis).ToString())
                    : NotKnown($"words are not understood at step '{id}'");
            case MeaningKind.Language when here.State is { Line.Told: false, Language: null } && flow.Languages.Contains(meaning.Value):
                return new Act(Taken: answer.Taken);
            case MeaningKind.Outcome when view.Question.Listens:
                return Outcome(flow.Steps[id], here, view, answer, meaning.Value);
            default:
                return Act.Silence;
        }
    }

    private Act Outcome(Step step, FlowContext here, FlowView view, CarriedAnswer answer, string outcome)
    {
        var otherwise = step.Otherwise(here);
        if (answer.Silent == true || (answer.Silent is null && outcome == otherwise))
            return new Act(Taken: Meaning.Of(step, otherwise).ToString(), Silent: answer.Silent);
        if (answer.Silent is null)
            return NotKnown($"'{outcome}' at step '{step.Id}' may have been silence, which now means '{otherwise}'");
        return outcomes.WhyNot(step, here, view, outcome) is { } why ? NotKnown(why) : new Act(Taken: Meaning.Of(step, outcome).ToString(), Silent: false);
    }

    private CarriedAnswer? Take(string step)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            if (_given[i] || answers[i].Step != step)
                continue;
            _given[i] = true;
            return answers[i];
        }
        return null;
    }

    private string WhyNot(string step) => answers.Any(a => a.Step == step)
        ? $"step '{step}' asks more often than the caller answered it"
        : $"step '{step}' asks, and the caller was not asked it";

    private static Act NotKnown(string why) => new(Unknown: why);
}
