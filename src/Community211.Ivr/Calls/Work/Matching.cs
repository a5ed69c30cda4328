using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>Carries out what the matcher decides. One at a time: two would offer the same agent twice and throw one away.</summary>
public sealed class Matching(IStore store, IFlowSets flows, CallHandler calls, IIds ids, LineForecasts forecasts, TimeProvider clock, ICallWatch? watch = null) : IDisposable
{
    private const int MostRounds = 20;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Offers whoever can be offered now. Returns when to look again by time alone; null: when something changes.</summary>
    /// <exception cref="AggregateException">Some calls could not be offered and stay in line; the others were.</exception>
    public async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var each = new OneByOne(stop);
            var broken = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 0; ; round++)
            {
                var floor = await store.LoadFloor(stop);
                floor = floor with { Entries = [.. floor.Entries.Where(e => !broken.Contains(e.Call))] };
                var set = flows.Live;
                var now = clock.GetUtcNow();
                var seen = new Floor(floor.Entries, [.. floor.Agents.Select(a => a.State)]);
                var began = clock.GetTimestamp();
                var plan = Matcher.Plan(seen, set.Queues, now);
                var took = clock.GetElapsedTime(began);
                watch?.Decided(Inversions.Count(seen, plan, set.Queues, now), took);
                var changed = false;
                foreach (var call in round == MostRounds ? [] : plan.Probes)
                {
                    if (!await each.Do(async () => changed |= (await calls.Handle(call, new ProbeWanted(), stop: stop)).Changed))
                        changed |= broken.Add(call);
                }
                var offers = round == MostRounds ? [] : plan.Offers.Select(o => (Planned: o, Number: NumberOf(o, floor, set))).Where(o => o.Number is not null).ToList();
                long? decision = null;
                if (offers.Count > 0)
                    await each.Do(async () => decision = await store.AddDecision(Decision.Of(seen, plan, set.Queues, set.Revision, now), stop));
                foreach (var (offer, number) in offers)
                {
                    if (!await each.Do(async () => changed |= await Make(offer, floor, number!, decision, stop)))
                        changed |= broken.Add(offer.Call);
                }
                if (changed)
                    continue;
                foreach (var entry in seen.Entries.Where(e => IsUnserved(e, seen)))
                    await each.Do(() => calls.Handle(entry.Call, new CrisisUnserved(), stop: stop));
                forecasts.Set(Forecast.Of(seen, set.Queues, now), now);
                each.ThrowIfAnyFailed();
                return plan.WakeAt;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static bool IsUnserved(QueueEntry entry, Floor floor) =>
        entry is { Priority: Priority.Crisis, Phase: CallerPhase.Waiting, ToldAt: null }
        && !floor.Agents.Any(a => a.CrisisTrained && (a.Phase == AgentPhase.Available || a.Call == entry.Call));

    /// <summary>Who is to be rung; null when the files do not know the contact.</summary>
    private static string? NumberOf(PlannedOffer offer, StoredFloor floor, FlowSet set) => offer.Contact
        ? set.Places.Contacts.GetValueOrDefault(offer.To)?.Number
        : floor.Agents.First(a => a.State.Id == offer.To).State.Number;

    private async Task<bool> Make(PlannedOffer offer, StoredFloor floor, string number, long? decision, CancellationToken stop)
    {
        if (floor.Entries.First(e => e.Call == offer.Call) is { CallBack: not null } entry && await OneCaller.Other(store, offer.Call, stop) is { } other)
        {
            if (other.Callback is not null)
                await calls.Handle(other.Sid, new CallbackInherited(entry.ArrivedAt), stop: stop);
            return (await calls.Handle(offer.Call, new CallbackSuperseded(other.Sid), stop: stop)).Changed;
        }
        var made = new OfferMade(ids.Next(IdKind.Offer), offer.To, offer.Contact, number) { Decision = decision, Because = offer.ToReasons() };
        return (await calls.Handle(offer.Call, made, stop: stop)).Changed;
    }
}
