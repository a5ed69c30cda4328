using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Differences;

namespace Community211.Ivr.Host.Admin;

/// <summary>Some of the calls in the store, oldest first, as they can be run through other flows. Nothing private: forgotten calls are as good.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Next">The call after which the next page begins; null after the last.</param>
public sealed record CarriedPage(ImmutableArray<CarriedCall> Calls, string? Next)
{
    /// <summary>Most calls on a page.</summary>
    public const int Most = 1000;

    internal static async Task<CarriedPage> Read(string? after, int most, IStore store, IFlowSets flows, CancellationToken stop)
    {
        var sids = await store.CallsAfter(after, most, stop);
        var calls = ImmutableArray.CreateBuilder<CarriedCall>(sids.Length);
        foreach (var sid in sids)
        {
            if (await store.LoadCall(sid, stop) is { } stored)
                calls.Add(await Carry(CallJson.Read<CallState>(stored.Snapshot), await store.Facts(sid, stop), flows, stop));
        }
        return new CarriedPage(calls.ToImmutable(), sids.Length < most ? null : sids[^1]);
    }

    /// <summary>Its facts, on the revision that it ran on, until the line.</summary>
    private static async Task<CarriedCall> Carry(CallState state, ImmutableArray<StoredFact> facts, IFlowSets flows, CancellationToken stop)
    {
        var happened = facts.Select(f => CallJson.ReadEvent(f.Event, privatePart: null)).ToList();
        var arrived = happened.OfType<CallArrived>().FirstOrDefault();
        var call = new CarriedCall
        {
            Id = state.Sid,
            At = state.StartedAt,
            To = state.To,
            Town = arrived?.Town,
            Conditions = arrived?.Conditions ?? Conditions.Plain,
            Order = AnswerOrder.EachTurn,
            Answers = [.. happened.Select(Answer).OfType<CarriedAnswer>()],
        };
        if (await flows.Get(state.Revision, stop) is var set && set.Revision != state.Revision)
            return call with { Answers = [], Unusable = $"revision {state.Revision}, which it ran on, is not kept" };
        var result = CallComparer.OnOwn(set, call);
        return call with { Order = AnswerOrder.ByStep, Answers = result.Given, Unusable = result.Unknown };
    }

    private static CarriedAnswer? Answer(CallEvent happened) => happened switch
    {
        CallerAnswered { Taken: { } taken } => new CarriedAnswer { Taken = taken },
        CallerStatus { Over: true } => new CarriedAnswer { HungUp = true },
        _ => null,
    };
}
