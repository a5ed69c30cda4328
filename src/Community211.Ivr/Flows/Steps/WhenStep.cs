using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>when</c>: one way while a calendar is open, another while it is not. Nothing is said or asked.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Calendar">Id of <c>calendars.yaml</c>.</param>
/// <param name="Then">Where it leads while open.</param>
/// <param name="OtherwiseStep">Where it leads while closed.</param>
public sealed record WhenStep(string Id, string Calendar, string Then, string OtherwiseStep) : Step(Id)
{
    private const string Open = "then";

    public override ImmutableArray<Edge> Edges =>
        [new Edge(Open, Then, ByCaller: false), new Edge(NoAnswer, OtherwiseStep, ByCaller: false)];

    public override string Otherwise(FlowContext context) =>
        context.Set.Calendars.IsOpen(Calendar, context.Now, context.CallerZone, context.Conditions.Open) ? Open : NoAnswer;

    public override Move Take(FlowContext context, string outcome) =>
        new(context.State, outcome == Open ? Then : OtherwiseStep, Reason.Of(outcome == Open ? "calendar-open" : "calendar-closed", ("calendar", Calendar)));
}
