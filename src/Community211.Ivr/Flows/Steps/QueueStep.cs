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
    /// Who is closed by their calendar is passed at once: the next is asked when they would have been.
    /// </summary>
    public ImmutableArray<QueueMember> MembersFor(FlowContext at)
    {
        var all = Resolved(at).ToList();
        var first = all.Select(m => m.From).DefaultIfEmpty().Min();
        var open = all.Where(m => IsOpen(at, m)).ToList();
        if (open.Count == 0)
            open = all;
        var next = open.Where(m => !m.Contact).Select(m => m.From).DefaultIfEmpty(first).Min();
        return [.. open.Select(m => m.From <= next ? m with { From = first } : m).GroupBy(m => (m.Who, m.Contact)).Select(g => g.MinBy(m => m.From)!)];
    }

    /// <summary>Whether one of those who answer, and who is ours, is open then.</summary>
    public bool IsAnyoneOpen(FlowContext at) => Resolved(at).Any(m => !m.Contact && IsOpen(at, m));

    private IEnumerable<QueueMember> Resolved(FlowContext at)
    {
        var (region, places) = (at.State.Region, at.Set.Places);
        return Members.Select(m => m.Contact ? Line(m, region, places) : m with { Who = Answering(m.Who == Region ? region : m.Who, places, at.Day) }).OfType<QueueMember>();
    }

    private static bool IsOpen(FlowContext at, QueueMember member)
    {
        var hours = member.Contact ? at.Set.Places.Contacts[member.Who].Hours : at.Set.Places.Find(member.Who)?.Hours;
        return hours is null || at.Set.Calendars.IsOpen(hours.Value, at.Now, at.Set.Places.ZoneOf(member.Contact ? at.State.Region : member.Who, null), at.Conditions.Open);
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
