using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>What an agent at the desk does with a talk besides ending it: hold, call in, join, leave, drop, pass on to another partner.</summary>
public sealed class TransferDesk(IStore store, IFlowSets flows, CallHandler calls, IIds ids)
{
    /// <summary>Passes the caller on to another partner: first in line there, with the original time.</summary>
    public Task<DeskAnswer> PassOn(string agent, string call, string region, CancellationToken stop) =>
        Tell(agent, call, new CallerPassedOn(agent, region), state =>
            !flows.Live.Places.Regions.ContainsKey(region) ? $"There is no partner {region}. Known are {string.Join(", ", flows.Live.Places.Regions.Keys.Order(StringComparer.Ordinal))}."
            : state.Flow.Priority == Priority.Crisis ? "A caller in crisis is not passed on: call in an agent of that region, and leave once they are there."
            : null, stop);

    /// <summary>Rings an agent, who has to be available; the caller is on hold meanwhile.</summary>
    public async Task<DeskAnswer> CallInAgent(string agent, string call, string other, CancellationToken stop)
    {
        if ((await store.LoadAgent(other, stop))?.State is not { } target)
            return new DeskAnswer(DeskOutcome.Refused, null, $"There is no agent {other}.");
        var called = new CalledIn(agent, ids.Next(IdKind.Offer), other, Contact: false, target.Number, Unscreened: false);
        return await Tell(agent, call, called, state => Occupied(state) ?? (target.Phase == AgentPhase.Available ? null : $"{other} is {CallJson.Word(target.Phase)}, and cannot be called in."), stop);
    }

    /// <summary>Rings a contact; the caller is on hold meanwhile.</summary>
    public Task<DeskAnswer> CallInContact(string agent, string call, string name, CancellationToken stop)
    {
        if (flows.Live.Places.Contacts.GetValueOrDefault(name) is not { } contact)
            return Task.FromResult(new DeskAnswer(DeskOutcome.Refused, null, $"There is no contact {name}."));
        var called = new CalledIn(agent, ids.Next(IdKind.Offer), name, Contact: true, contact.Number, contact.Screened == Screening.None);
        return Tell(agent, call, called, Occupied, stop);
    }

    /// <summary>Holds, joins, leaves to whom was called in, or drops them.</summary>
    public Task<DeskAnswer> Change(string agent, string call, TalkChange change, CancellationToken stop) =>
        Tell(agent, call, new TalkChanged(agent, change), state => change switch
        {
            TalkChange.Hold when state.Connection!.Held => "The caller is on hold.",
            TalkChange.Join when !state.Connection!.Held => "The caller is not on hold.",
            TalkChange.Join or TalkChange.Leave when state.Connection!.Consult is not { In: true } && (change == TalkChange.Leave || Occupied(state) is not null) => "Nobody whom you called in is in the room yet.",
            TalkChange.Drop when Occupied(state) is null => "Nobody was called in.",
            _ => state.Connection!.Consult is { Leaving: true } ? "You are leaving already." : null,
        }, stop);

    private static string? Occupied(CallState state) =>
        state.Connection?.Consult is not null || !state.Offers.IsEmpty ? "Somebody was called in already: join, leave or drop them first." : null;

    /// <summary>Applies an event to the agent's own call, or says why it cannot be.</summary>
    private async Task<DeskAnswer> Tell(string agent, string call, CallEvent what, Func<CallState, string?> whyNot, CancellationToken stop)
    {
        var own = (await store.LoadAgent(agent, stop))?.State;
        if (await store.LoadCall(call, stop) is not { } stored)
            return new DeskAnswer(DeskOutcome.Unknown, own, $"No call {call} is known.");
        if (own?.Call != call)
        {
            return stored.Agents.Any(other => other.State.Id != agent)
                ? new DeskAnswer(DeskOutcome.AnothersOwn, own, "This call is another agent's.")
                : new DeskAnswer(DeskOutcome.Unknown, own, "This call is not with you: it is over, or it never was.");
        }
        var state = CallJson.Read<CallState>(stored.Snapshot);
        if (state.Phase != CallerPhase.Talking || state.Connection?.To != agent)
            return new DeskAnswer(DeskOutcome.Refused, own, "You do not talk with the caller, or were called in yourself.");
        if (whyNot(state) is { } sentence)
            return new DeskAnswer(DeskOutcome.Refused, own, sentence);
        return (await calls.Handle(call, what, stop: stop)).Changed
            ? new DeskAnswer(DeskOutcome.Done, (await store.LoadAgent(agent, stop))?.State)
            : new DeskAnswer(DeskOutcome.Refused, own, "The talk has changed meanwhile: look at the desk.");
    }
}
