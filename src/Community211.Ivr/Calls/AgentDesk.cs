using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>What agents say at their desks, carried out: their own state here, offers and talks as events of the caller's call.</summary>
public sealed class AgentDesk(IStore store, CallHandler calls, CallSignals signals, TimeProvider clock)
{
    /// <summary>Sets an agent to what they, or a supervisor, want.</summary>
    /// <param name="agent">Agent id.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="version">The <see cref="AgentState.Version"/> that it was decided on; null where it cannot be too late.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DeskAnswer> Set(string agent, AgentWish wish, int? version, CancellationToken stop)
    {
        while (true)
        {
            if (await store.LoadAgent(agent, stop) is not { } stored)
                return new DeskAnswer(DeskOutcome.Unknown, null, $"{agent} is not on the floor.");
            if (version is { } expected && expected != stored.State.Version)
                return new DeskAnswer(DeskOutcome.Stale, stored.State, $"The state has changed: it is at version {stored.State.Version} by now, and not {expected}.");
            if (wish.Apply(stored.State, clock.GetUtcNow(), out var whyNot) is not { } after)
                return new DeskAnswer(DeskOutcome.Refused, stored.State, whyNot);
            if (after == stored.State)
                return new DeskAnswer(DeskOutcome.Done, after);
            var unit = new CommitUnit { Agents = [new AgentWrite(agent, stored.Version, after)] };
            if ((await store.Commit(unit, stop)).Outcome != CommitOutcome.Committed)
                continue;
            signals.WakeFloor();
            return new DeskAnswer(DeskOutcome.Done, after);
        }
    }

    /// <summary>Takes an offer; taking it again is taking it once.</summary>
    public async Task<DeskAnswer> Accept(string agent, string offer, CancellationToken stop)
    {
        var (state, others) = await Of(agent, a => a.Offer == offer, stop);
        if (state is { Phase: AgentPhase.Offered, Call: { } call } && state.Offer == offer)
        {
            await calls.Handle(call, new OfferAccepted(offer, agent), stop: stop);
            (state, others) = await Of(agent, a => a.Offer == offer, stop);
        }
        return state?.Offer == offer ? new DeskAnswer(DeskOutcome.Done, state) : NotTheirs(state, others, "offer");
    }

    /// <summary>Leaves an offer to others.</summary>
    public async Task<DeskAnswer> Decline(string agent, string offer, CancellationToken stop)
    {
        var (state, others) = await Of(agent, a => a.Offer == offer, stop);
        if (state?.Offer != offer)
            return NotTheirs(state, others, "offer");
        if (state is { Phase: AgentPhase.Offered, Call: { } call } && (await calls.Handle(call, new OfferDeclined(offer, agent), stop: stop)).Changed)
            return new DeskAnswer(DeskOutcome.Done, await Load(agent, stop));
        return await Load(agent, stop) is { } now && now.Offer == offer
            ? new DeskAnswer(DeskOutcome.Refused, now, "The offer is accepted: end the call instead, once you talk.")
            : NotTheirs(await Load(agent, stop), false, "offer");
    }

    /// <summary>Ends a talk: the caller goes on to where the line leads afterwards.</summary>
    public async Task<DeskAnswer> End(string agent, string call, CancellationToken stop)
    {
        var (state, others) = await Of(agent, a => a.Call == call, stop);
        if (state?.Call != call)
            return NotTheirs(state, others, "call");
        if ((await calls.Handle(call, new AgentEnded(agent), stop: stop)).Changed)
            return new DeskAnswer(DeskOutcome.Done, await Load(agent, stop));
        return await Load(agent, stop) is { } now && now.Call == call
            ? new DeskAnswer(DeskOutcome.Refused, now, now.Phase == AgentPhase.Offered ? "The call is only offered: accept or decline the offer." : "The caller is not with you yet.")
            : NotTheirs(await Load(agent, stop), false, "call");
    }

    private async Task<AgentState?> Load(string agent, CancellationToken stop) => (await store.LoadAgent(agent, stop))?.State;

    /// <summary>The agent, and whether what was named is another one's.</summary>
    private async Task<(AgentState? Agent, bool Others)> Of(string agent, Func<AgentState, bool> holds, CancellationToken stop)
    {
        var state = await Load(agent, stop);
        if (state is not null && holds(state))
            return (state, false);
        var floor = await store.LoadFloor(stop);
        return (state, floor.Agents.Any(a => a.State.Id != agent && holds(a.State)));
    }

    private static DeskAnswer NotTheirs(AgentState? state, bool others, string what) => others
        ? new DeskAnswer(DeskOutcome.AnothersOwn, state, $"This {what} is another agent's.")
        : new DeskAnswer(DeskOutcome.Unknown, state, $"This {what} is not with you: it is over, another was first, or it never was.");
}
