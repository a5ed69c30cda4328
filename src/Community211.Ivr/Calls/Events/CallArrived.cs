using Community211.Ivr.Flows;
using Community211.Ivr.Places;

namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier has a caller for us. The caller's number is private.</summary>
/// <param name="To">The number of ours that was dialled, E.164.</param>
/// <param name="Town">The town that the numbering plan names for the caller's exchange; set when it is applied.</param>
/// <param name="CutOff">The same number was cut off a few minutes ago; set before it is applied.</param>
public sealed record CallArrived(string To, string? Town = null, CutOff? CutOff = null) : CallEvent
{
    public override string? Token => "inbound";

    internal override void Apply(CallUnit unit)
    {
        var town = Town ?? CallerNumber.Town(Private?.From, unit.Flows.Places.PlanArea);
        unit.Recorded = this with { Town = town };
        unit.Number = CallerNumber.IsTenDigit(Private?.From) ? Private!.From : null;
        var flow = FlowRunner.Begin(unit.Here with { State = unit.State.Flow with { Dialled = To, Town = town } });
        if (CutOff is { } before)
            flow = unit.TakenUp(flow, before);
        unit.Turn(flow);
    }
}
