using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Steps;

/// <summary><c>queue</c>: puts the caller in line. Whoever is in line keeps arrival time and the higher priority.</summary>
/// <param name="Id">Name of the step.</param>
/// <param name="Members">Who may answer and from when at the latest; <see cref="Region"/> stands for the caller's own.</param>
/// <param name="Priority">What the line gives a caller at least.</param>
/// <param name="Interpreter">Whether an interpreter is fetched for callers whose language no agent there speaks.</param>
/// <param name="Say">Heard first in line.</param>
/// <param name="Meanwhile">What is asked in line; null: nothing.</param>
/// <param name="Finished">Where the caller goes after a person.</param>
public sealed record QueueStep(
    string Id,
    ImmutableArray<QueueMember> Members,
    Priority Priority,
    bool Interpreter,
    Text Say,
    string? Meanwhile,
    string Finished) : Step(Id)
{
    /// <summary>In <c>queue</c>: the caller's own region.</summary>
    public const string Region = "region";

    public override ImmutableArray<Edge> Edges =>
    [
        .. Meanwhile is null ? [] : new[] { new Edge("meanwhile", Meanwhile, ByCaller: false) },
        new Edge("finished", Finished, ByCaller: true),
    ];

    public override string Otherwise(FlowContext context) => "meanwhile";

    public override Move Take(FlowContext context, string outcome) =>
        throw new InvalidOperationException("A line is left by a key, a person or the end of the call.");

    /// <summary>Those who may answer this caller. While the region is unknown its place is the whole province's, at once.</summary>
    public ImmutableArray<QueueMember> MembersFor(string? region, string pool)
    {
        var all = Members.Select(m => m.Who == Region && !m.Contact ? m with { Who = region ?? pool } : m);
        return [.. all.GroupBy(m => (m.Who, m.Contact)).Select(g => g.MinBy(m => m.From)!)];
    }
}
