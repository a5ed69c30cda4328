using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Differences;

/// <summary>Gives the answers again in the order in which they were given: only on the flow that the call ran on.</summary>
internal sealed class InOrderCaller(CarriedCall call) : ICaller
{
    private int _next;

    public Act Next(FlowContext here, FlowView view)
    {
        var passes = call.Order == AnswerOrder.WhenAsked && !view.Question.Listens;
        if (_next == call.Answers.Length)
            return passes ? Act.Silence : new Act(Unknown: $"its record ends at step '{here.State.Step}', before any line");
        var next = call.Answers[_next];
        if (passes && !next.HungUp && !IsForMessages(here, next))
            return Act.Silence;
        _next++;
        if (next.HungUp)
            return new Act(HangsUp: true);
        return next.Taken is null ? new Act(new Answer(next.Digits, next.Speech)) : new Act(Taken: next.Taken, Silent: next.Silent);
    }

    /// <summary>What a message may have been answered with: nothing, or a key that always works.</summary>
    private static bool IsForMessages(FlowContext here, CarriedAnswer answer) =>
        answer is { Digits: "", Speech: "" } || (answer.Digits.Length == 1 && here.Set.Flow.Always.ContainsKey(answer.Digits[0]));
}
