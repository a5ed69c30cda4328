using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;
using NodaTime;

namespace Community211.Ivr.Host.Staff;

/// <summary>Looks up what a desk shows.</summary>
internal sealed class Desks(IStore store, IFlowSets flows, CallerNumbers numbers, TimeProvider clock)
{
    /// <summary>Null when the agent is not on the floor.</summary>
    public async Task<DeskView?> Of(string agent, CancellationToken stop)
    {
        var floor = await store.LoadFloor(stop);
        if (floor.Agents.FirstOrDefault(a => a.State.Id == agent)?.State is not { } state)
            return null;
        var now = clock.GetUtcNow();
        var call = state.Call is { } sid && await store.LoadCall(sid, stop) is { } stored ? CallJson.Read<CallState>(stored.Snapshot) : null;
        return new DeskView(
            agent, state.Region, state.Phase, state.AwayReason, state.Since, state.Version, state.Languages, state.LittleOf, state.CrisisTrained,
            call is null ? null : OfferOf(state, call, now),
            call is null ? null : await CallOf(state, call, stop),
            await Today(agent, now, stop),
            QueueOf(floor.Entries.Where(e => e.Region == state.Region), now));
    }

    public static DeskQueue QueueOf(IEnumerable<QueueEntry> entries, DateTimeOffset now)
    {
        var waiting = entries.Where(e => e.Phase == CallerPhase.Waiting).ToList();
        return new DeskQueue(waiting.Count, waiting.Count == 0 ? 0 : Math.Max(0, (int)(now - waiting.Min(e => e.ArrivedAt)).TotalSeconds));
    }

    private static DeskOffer? OfferOf(AgentState agent, CallState call, DateTimeOffset now) => call.Offers.FirstOrDefault(o => o.Id == agent.Offer) is { } offer
        ? new DeskOffer(
            offer.Id, call.Flow.Priority, call.Flow.Language, call.Flow.Region, Math.Max(0, (int)(now - (call.Flow.ArrivedAt ?? call.StartedAt)).TotalSeconds), offer.Accepted, offer.Consult ? call.Connection?.To : null)
        : null;

    private async Task<DeskCall?> CallOf(AgentState agent, CallState call, CancellationToken stop)
    {
        if (call.Connection is not { } talk || agent.Offer is null || (talk.Offer != agent.Offer && talk.Consult?.Offer != agent.Offer))
            return null;
        var own = talk.Offer == agent.Offer;
        return new DeskCall(
            call.Sid, call.Flow.Priority, call.Flow.Language, call.Flow.Region, call.Flow.Need, CallerNumber.Masked(await numbers.Of(call.Sid, stop)),
            talk.Held, own ? ConsultOf(call, talk) : null, own ? null : talk.To);
    }

    private static DeskConsult? ConsultOf(CallState call, Connection talk) =>
        talk.Consult is { } consult ? new DeskConsult(consult.To, consult.Contact, consult.Leaving ? ConsultState.Leaving : consult.In ? ConsultState.Here : ConsultState.Coming)
        : call.Offers.FirstOrDefault(o => o.Consult) is { } asked ? new DeskConsult(asked.To, asked.Contact, ConsultState.Ringing)
        : null;

    private async Task<DeskFigures> Today(string agent, DateTimeOffset now, CancellationToken stop)
    {
        var places = flows.Live.Places;
        var midnight = places.Zone.AtStartOfDay(LocalDate.FromDateOnly(places.DayOf(now))).ToDateTimeOffset().ToUniversalTime();
        return FiguresOf(await store.FactsOfAgent(agent, midnight, now.AddTicks(1), stop), midnight, now);
    }

    /// <summary>Talks that began on the day, and the time of talk on it: one that began the day before counts from midnight.</summary>
    internal static DeskFigures FiguresOf(ImmutableArray<AgentFact> facts, DateTimeOffset midnight, DateTimeOffset now)
    {
        var (calls, talk) = (0, TimeSpan.Zero);
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].State.Phase != AgentPhase.Talking)
                continue;
            var from = facts[i].At > midnight ? facts[i].At : midnight;
            talk += (i + 1 < facts.Length ? facts[i + 1].At : now) - from;
            if (facts[i].At >= midnight && (i == 0 || facts[i - 1].State.Phase != AgentPhase.Talking))
                calls++;
        }
        return new DeskFigures(calls, (int)talk.TotalSeconds);
    }
}
