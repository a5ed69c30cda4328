using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
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
    public const string Region = PlacesReader.OwnRegion;

    public override ImmutableArray<Edge> Edges =>
    [
        .. Meanwhile is null ? [] : new[] { new Edge("meanwhile", Meanwhile, ByCaller: false) },
        new Edge("finished", Finished, ByCaller: true),
    ];

    public override string Otherwise(FlowContext context) => "meanwhile";

    public override Move Take(FlowContext context, string outcome) =>
        throw new InvalidOperationException("A line is left by a key, a person or the end of the call.");

    /// <summary>
    /// Those who may answer this caller. A region that was taken over is the one that answers for it now; while the caller's region is
    /// unknown, or a region answers nobody yet, its place is the whole province's, at once. A kind of contact is the caller's area's own.
    /// </summary>
    /// <param name="region">The caller's region, or null while unknown.</param>
    /// <param name="places">Regions and contacts.</param>
    /// <param name="day">The province's day.</param>
    public ImmutableArray<QueueMember> MembersFor(string? region, PlacesModel places, DateOnly day)
    {
        var all = Members.Select(m => m.Contact ? Line(m, region, places) : m with { Who = Answering(m.Who == Region ? region : m.Who, places, day) });
        return [.. all.OfType<QueueMember>().GroupBy(m => (m.Who, m.Contact)).Select(g => g.MinBy(m => m.From)!)];
    }

    private static string Answering(string? region, PlacesModel places, DateOnly day) =>
        (region is null ? null : places.InForce(region, day)?.Id) ?? places.Pool.Id;

    private static QueueMember? Line(QueueMember member, string? region, PlacesModel places)
    {
        if (places.Contacts.ContainsKey(member.Who))
            return member;
        return ContactKinds.InFlows(member.Who) is { } kind && places.ContactFor(kind, region) is { } contact ? member with { Who = contact.Id } : null;
    }
}
