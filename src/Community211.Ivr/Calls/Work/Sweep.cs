using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Compares the carrier's side with ours, at start, when the carrier can be reached again, and every 30 s. Acts only on differences
/// that it sees twice in a row: between two looks webhooks arrive and explain most of them.
/// </summary>
public sealed class Sweep(IStore store, ICarrier carrier, CallHandler calls)
{
    private ImmutableHashSet<Difference> _seen = [];

    /// <summary>Looks once; acts on what the last look saw as well. Returns how many differences are left to confirm.</summary>
    public async Task<int> RunOnce(CancellationToken stop)
    {
        if (await carrier.View(stop) is not { } view)
            return 0;
        var differences = new HashSet<Difference>();
        var ours = await store.LiveCalls(stop);
        foreach (var sid in ours)
        {
            if (await store.LoadCall(sid, stop) is { } stored)
                differences.UnionWith(Compare(CallJson.Read<CallState>(stored.Snapshot), view));
        }
        foreach (var member in view.Members.Where(m => !ours.Contains(m.Call)))
            differences.Add(new Difference(member.Call, null, null, Adopt: true));
        var confirmed = differences.Where(_seen.Contains).ToList();
        _seen = [.. differences.Except(confirmed)];
        foreach (var difference in confirmed)
            await Act(difference, stop);
        return _seen.Count;
    }

    private async Task Act(Difference difference, CancellationToken stop)
    {
        if (difference.What is { } what)
            await calls.Handle(difference.Call, new Swept(what, difference.QueueSid), stop: stop);
        else
            await carrier.Send(new ResumeCaller(difference.Call), stop);
    }

    private static IEnumerable<Difference> Compare(CallState state, CarrierView view)
    {
        var sid = state.Sid;
        Difference Differs(SweepDifference what, string? queue = null) => new(sid, what, queue, Adopt: false);
        if (!view.Calls.ContainsKey(sid))
        {
            yield return Differs(SweepDifference.CallOver);
            yield break;
        }
        if (view.Calls.Values.Any(c => c.Parent == sid))
        {
            if (state.Phase is CallerPhase.Flow or CallerPhase.Parking or CallerPhase.Waiting or CallerPhase.Connecting)
                yield return Differs(SweepDifference.WithLine);
            yield break;
        }
        var member = view.Members.FirstOrDefault(m => m.Call == sid);
        if (state.Phase is CallerPhase.Waiting or CallerPhase.Parking && member is null)
            yield return Differs(SweepDifference.NotInQueue);
        if (state.Phase is CallerPhase.Parking or CallerPhase.Talking && member is not null)
            yield return Differs(SweepDifference.InQueue, member.QueueSid);
        if (state.Connection is not { } connection)
            yield break;
        var room = view.Rooms.GetValueOrDefault(connection.Room, []);
        if (!view.Calls.ContainsKey(connection.Leg))
            yield return Differs(SweepDifference.AgentGone);
        else if (!connection.AgentIn && room.Contains(connection.Leg))
            yield return Differs(SweepDifference.AgentInRoom);
        if (!connection.CallerIn && room.Contains(sid))
            yield return Differs(SweepDifference.CallerInRoom);
    }

    /// <summary>One difference; <paramref name="Adopt"/>: a caller in the carrier's queue whom we do not know.</summary>
    private sealed record Difference(string Call, SweepDifference? What, string? QueueSid, bool Adopt);
}
