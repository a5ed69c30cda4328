using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>Runs calls through two flows. Holds no state of a call: many may be compared at a time.</summary>
/// <param name="before">The flow that the calls ran on.</param>
/// <param name="after">The flow that they are carried to.</param>
public sealed class CallComparer(FlowSet before, FlowSet after)
{
    private readonly CarriedOutcomes _same = new(before, before);
    private readonly CarriedOutcomes _carried = new(before, after);

    public ComparedCall Compare(CarriedCall call)
    {
        if (call.Unusable is { } unusable)
            return new ComparedCall(call, Comparison.NotComparable, unusable, null, null);
        var old = call.Order == AnswerOrder.ByStep ? ByStep(before, call, call.Answers, _same) : OnOwn(before, call);
        if (old.Unknown is { } why)
            return new ComparedCall(call, Comparison.NotComparable, why, old, null);
        var young = ByStep(after, call, old.Given, _carried);
        if (young.Unknown is { } lost)
            return new ComparedCall(call, Comparison.Undetermined, lost, old, young);
        ImmutableArray<string> differing = [.. old.Landing!.Differing(young.Landing!)];
        return differing.IsEmpty
            ? new ComparedCall(call, Comparison.Same, "", old, young)
            : new ComparedCall(call, Comparison.Elsewhere, string.Join(", ", differing), old, young);
    }

    /// <summary>A call on the flow that it ran on: where it came to, and which step each of its answers belongs to.</summary>
    public static CarriedResult OnOwn(FlowSet set, CarriedCall call) => new CarriedPlay(set, call, new InOrderCaller(call)).Play();

    private static CarriedResult ByStep(FlowSet set, CarriedCall call, ImmutableArray<CarriedAnswer> answers, CarriedOutcomes outcomes)
    {
        var caller = new ByStepCaller(answers, outcomes);
        var result = new CarriedPlay(set, call, caller).Play();
        return result.Unknown is null && caller.Missed is { } missed ? result with { Unknown = missed } : result;
    }
}
