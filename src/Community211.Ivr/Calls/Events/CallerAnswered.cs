using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>Keys, speech or silence in answer to a turn; keys and words are private.</summary>
/// <param name="Turn">The turn that is answered.</param>
/// <param name="InLine">Whether it came from a wait page.</param>
/// <param name="Taken">What the flow made of it (step and outcome); set when it is applied, so that a forgotten call can still be replayed.</param>
public sealed record CallerAnswered(int Turn, bool InLine, string? Taken = null) : CallEvent
{
    public override string? Token => $"answer:{Turn}";

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (Turn != state.Turn || state.Phase is not (CallerPhase.Flow or CallerPhase.Parking or CallerPhase.Waiting) || InLine != state.Flow.Line is not null)
            return;
        if (InLine)
            unit.State = state with { Phase = CallerPhase.Waiting };
        var answer = new Answer(Private?.Digits ?? "", Private?.Speech ?? "");
        var flow = FlowRunner.Answer(unit.Here, answer, Taken);
        unit.Recorded = this with { Taken = flow.Taken };
        if (CalledNumber.In(unit.Recorded) is { } number)
            unit.Number = number;
        unit.Turn(flow);
        unit.PageHeard();
    }
}
