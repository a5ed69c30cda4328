using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary>
/// <c>transfer</c>: brings a caller who asked for it to a ten-digit line. The call comes back when that talk is over or nobody answers;
/// whoever was in line keeps the arrival time.
/// </summary>
/// <param name="Id">Name of the step.</param>
/// <param name="To">A contact, a kind of contact (the caller's area's), a region's line, or <c>region</c>: the caller's own region's.</param>
/// <param name="Say">Heard before it rings.</param>
/// <param name="Finished">Where the call goes after the talk.</param>
/// <param name="Failed">Where it goes when nobody answers.</param>
public sealed record TransferStep(string Id, string To, Text Say, string Finished, string Failed) : Step(Id)
{
    public const string Reached = "finished";
    public const string NotReached = "failed";

    /// <summary>Both by machine: an answered ring is no proof of a person.</summary>
    public override ImmutableArray<Edge> Edges => [new Edge(Reached, Finished, ByCaller: false), new Edge(NotReached, Failed, ByCaller: false)];

    public override Question Ask(FlowContext context) => Question.Told(Say.For(context.State.Language, context.Set.Flow.Languages));

    /// <summary>The ten-digit number that is rung for this caller.</summary>
    public string NumberFor(FlowContext context)
    {
        var places = context.Set.Places;
        if (places.Contacts.TryGetValue(To, out var contact))
            return contact.Number;
        if (ContactKinds.InFlows(To) is { } kind && places.ContactFor(kind, context.State.Region) is { } ofArea)
            return ofArea.Number;
        var region = To == QueueStep.Region ? context.State.Region : To;
        return (region is null ? null : places.Find(region))?.Line ?? places.Pool.Line;
    }

    public override string Otherwise(FlowContext context) => NotReached;

    public override Move Take(FlowContext context, string outcome) =>
        new(context.State, outcome == Reached ? Finished : Failed, Reason.Of(outcome == Reached ? "transfer-over" : "transfer-failed", ("to", To)));
}
