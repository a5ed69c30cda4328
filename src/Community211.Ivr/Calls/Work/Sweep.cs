using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Compares the carrier's side with ours, at start, when the carrier can be reached again, and every 30 s. Acts only on differences
/// that it sees twice in a row: between two looks webhooks arrive and explain most of them.
/// </summary>
public sealed class Sweep(IStore store, ICarrier carrier, CallHandler calls, IFlowSets flows, TimeProvider clock)
{
    private ImmutableHashSet<Difference> _seen = [];

    /// <summary>Looks once; acts on what the last look saw as well. Returns how many differences are left to confirm.</summary>
    /// <exception cref="AggregateException">Some calls could not be compared or repaired; the others were.</exception>
    public async Task<int> RunOnce(CancellationToken stop)
    {
        if (await carrier.View(stop) is not { } view)
            return 0;
        var differences = new HashSet<Difference>();
        var live = await store.LiveCalls(stop);
        var ours = new List<CallState>();
        var each = new OneByOne(stop);
        foreach (var sid in live)
        {
            await each.Do(async () =>
            {
                if (await store.LoadCall(sid, stop) is { } stored)
                    ours.Add(CallJson.Read<CallState>(stored.Snapshot));
            });
        }
        foreach (var state in ours)
            differences.UnionWith(Compare(state, view, clock.GetUtcNow()));
        foreach (var member in view.Members.Where(m => !live.Contains(m.Call)))
            differences.Add(new Difference(member.Call, null, null, new ResumeCaller(member.Call)));
        // A call that cannot be read may have legs, so without it no leg is nobody's.
        if (ours.Count == live.Length)
            differences.UnionWith(await Strays(ours, view, stop));
        var confirmed = differences.Where(_seen.Contains).ToList();
        _seen = [.. differences.Except(confirmed)];
        foreach (var difference in confirmed)
            await each.Do(() => Act(difference, stop));
        each.ThrowIfAnyFailed();
        return _seen.Count;
    }

    private async Task Act(Difference difference, CancellationToken stop)
    {
        if (difference.What is { } what)
            await calls.Handle(difference.Call, new Swept(what, difference.QueueSid), stop: stop);
        else
            await carrier.Send(difference.Wanted!, stop);
    }

    /// <summary>Legs to agents or contacts that no call of ours names: the request to hang them up was lost, or their caller is gone.</summary>
    private async Task<IEnumerable<Difference>> Strays(List<CallState> ours, CarrierView view, CancellationToken stop)
    {
        var numbers = (await store.LoadFloor(stop)).Agents.ToDictionary(a => a.State.Id, a => a.State.Number, StringComparer.Ordinal);
        foreach (var contact in flows.Live.Places.Contacts.Values)
            numbers[contact.Id] = contact.Number;
        var open = ours.SelectMany(s => s.Offers).ToList();
        var named = open.SelectMany(o => new[] { o.Leg, o.Dialled }).Concat(ours.SelectMany(s => new[] { s.Connection?.Leg, s.Connection?.Consult?.Leg })).ToHashSet(StringComparer.Ordinal);
        var unnamed = open.Where(o => o is { Leg: null, Dialled: null }).Select(o => numbers.GetValueOrDefault(o.To)).ToHashSet(StringComparer.Ordinal);
        return view.Calls.Values
            .Where(c => !c.Inbound && numbers.ContainsValue(c.To) && !named.Contains(c.Sid) && !unnamed.Contains(c.To))
            .Select(c => new Difference(c.Sid, null, null, new HangUpLeg(c.Sid, c.Sid)));
    }

    private static IEnumerable<Difference> Compare(CallState state, CarrierView view, DateTimeOffset now)
    {
        var sid = state.Sid;
        Difference Differs(SweepDifference what, string? queue = null) => new(sid, what, queue, null);
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
        var inRoom = view.Rooms.FirstOrDefault(r => r.Value.Contains(sid)).Key;
        if (inRoom is not null && inRoom != state.Connection?.Room)
            yield return Differs(SweepDifference.InOtherRoom);
        else if (member is null && (state.Phase == CallerPhase.Waiting || (state.Phase == CallerPhase.Parking && now - state.ParkedAt > CallRules.ParkingTime)))
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
        if (connection.Consult is { } consult && !view.Calls.ContainsKey(consult.Leg))
            yield return Differs(SweepDifference.ConsultGone);
        else if (connection.Consult is { In: false } called && room.Contains(called.Leg))
            yield return Differs(SweepDifference.ConsultInRoom);
        if (!connection.CallerIn && room.Contains(sid))
            yield return Differs(SweepDifference.CallerInRoom);
    }

    /// <summary>One difference: of a call of ours, or something at the carrier that is nobody's and what is to be done with it.</summary>
    private sealed record Difference(string Call, SweepDifference? What, string? QueueSid, CarrierRequest? Wanted);
}
