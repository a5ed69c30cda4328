using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Flows.Differences;

/// <summary>Whether an outcome that was given on one flow says as much on another.</summary>
/// <param name="before">The files that it was given on.</param>
/// <param name="after">The files that it is carried to.</param>
public sealed class CarriedOutcomes(FlowSet before, FlowSet after)
{
    /// <summary>Regions that a postal code led to or leads to that now means another: what was entered is not known, so neither is what it means.</summary>
    private readonly HashSet<string> _moved = Moved(before, after);

    /// <summary>Why the outcome does not carry; null: it does.</summary>
    internal string? WhyNot(Step step, FlowContext here, FlowView view, string outcome)
    {
        var carries = step switch
        {
            RegionStep => view.Question.Keys > 1 || !here.State.Candidates.IsEmpty,
            NeedStep => Offered(step, here, outcome) || (view.Question.Speech is not null && here.Set.Needs.Needs.GetValueOrDefault(outcome) is { Phrases.IsEmpty: false }),
            _ => Offered(step, here, outcome),
        };
        if (!carries)
            return $"step '{step.Id}' has no outcome '{outcome}' any more";
        return step is RegionStep && _moved.Count > 0 && Regions(outcome).Any(_moved.Contains)
            ? $"postal codes of '{outcome}' at step '{step.Id}' mean another region now"
            : null;
    }

    /// <summary>Whether a key chooses it, here and now.</summary>
    private static bool Offered(Step step, FlowContext here, string outcome) =>
        step.KeysFor(outcome) is { } keys && step.Understand(here, new Answer(keys, "")) == outcome;

    /// <summary>The regions of <c>toronto</c>, or of <c>choose N1A K0A</c>.</summary>
    private IEnumerable<string> Regions(string outcome) =>
        outcome.Split(' ').Select(w => before.Places.Fsas.TryGetValue(w, out var fsa) ? fsa.Region : w);

    private static HashSet<string> Moved(FlowSet before, FlowSet after)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in before.Places.Fsas.Keys.Union(after.Places.Fsas.Keys, StringComparer.Ordinal))
        {
            var (old, young) = (before.Places.Fsas.GetValueOrDefault(code)?.Region, after.Places.Fsas.GetValueOrDefault(code)?.Region);
            if (old == young)
                continue;
            if (old is not null)
                moved.Add(old);
            if (young is not null)
                moved.Add(young);
        }
        return moved;
    }
}
