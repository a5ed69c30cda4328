using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Places;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>Applies events to calls: loads, steps, commits, and does it again when somebody else was first.</summary>
public sealed class CallHandler(IStore store, IFlowSets flows, IIds ids, IConditions conditions, CallSignals signals, CallRules rules, TimeProvider clock, ICallWatch? watch = null)
{
    private const int MostAttempts = 50;

    /// <summary>Attempts after which a repetition is no longer worth a fact: many at once would keep each other from being answered.</summary>
    private const int MostForRepetition = 3;

    /// <summary>Applies one event; durable when it returns.</summary>
    /// <param name="sid">CallSid of the caller.</param>
    /// <param name="applied">What happened.</param>
    /// <param name="arrival">The call is not known, and this is how it would have arrived; null: then nothing happens.</param>
    /// <param name="render">What is answered, from the state after the event; stored with the fact.</param>
    /// <param name="completes">The command or timer that the event completes.</param>
    /// <param name="stop">Gives up between two attempts.</param>
    /// <exception cref="InvalidOperationException">The call changed under every attempt.</exception>
    public async Task<Handled> Handle(
        string sid, CallEvent applied, CallArrived? arrival = null, Func<FlowSet, CallState, string>? render = null,
        Completes completes = default, CancellationToken stop = default)
    {
        var repeated = false;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var stored = await store.LoadCall(sid, stop);
            if (stored is null && applied is not CallArrived)
            {
                if (arrival is null)
                    return new Handled(null, null, Changed: false);
                await Handle(sid, arrival, stop: stop);
                continue;
            }
            var before = stored is null ? null : CallJson.Read<CallState>(stored.Snapshot);
            if (before is not null && applied is DeliveredAgain && attempt > MostForRepetition)
                return await Found(before, stop);
            if (before is not null && applied is CallArrived)
                (repeated, applied) = (true, new DeliveredAgain(applied.Token!) { Private = applied.Private });
            applied = WithRoom(applied, before);
            if (before is null)
                applied = await WithCutOff((CallArrived)applied, stop);
            var set = before is null ? flows.Live : await flows.Get(before.Revision, stop);
            var now = clock.GetUtcNow();
            var versions = (stored?.Agents ?? []).ToDictionary(a => a.State.Id, a => a, StringComparer.Ordinal);
            applied = await WithFloor(WithConditions(applied, sid, now), before, versions, stop);
            var unit = new CallUnit(set, rules, before ?? New(sid, (CallArrived)applied, set, now), applied, versions.Values.Select(v => v.State), now);
            applied.ApplyTo(unit);
            if (unit.Refused)
                return new Handled(before, set, Changed: false);
            var reply = render?.Invoke(set, unit.State);
            var result = await Commit(ToCommit(unit, before, stored?.Sequence ?? 0, versions, reply, completes), stop);
            switch (result.Outcome)
            {
                case CommitOutcome.Committed:
                    Signal(unit, before);
                    watch?.Committed(before, unit.State, unit.Reasons);
                    return new Handled(unit.State, set, Changed: !repeated);
                case CommitOutcome.Repeated when before is not null:
                    (repeated, applied) = (true, new DeliveredAgain(applied.Token!) { Private = applied.Private });
                    break;
                case CommitOutcome.Repeated or CommitOutcome.Stale:
                    return await Found(before ?? await Load(sid, stop), stop);
            }
        }
        throw new InvalidOperationException($"Call {sid} changed under {MostAttempts} attempts.");
    }

    private async Task<CommitResult> Commit(CommitUnit unit, CancellationToken stop)
    {
        try
        {
            return await store.Commit(unit, stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            watch?.CommitFailed();
            throw;
        }
    }

    private async Task<Handled> Found(CallState state, CancellationToken stop) =>
        new(state, await flows.Get(state.Revision, stop), Changed: false);

    private async Task<CallState> Load(string sid, CancellationToken stop) =>
        CallJson.Read<CallState>((await store.LoadCall(sid, stop))!.Snapshot);

    private static CallState New(string sid, CallArrived arrived, FlowSet set, DateTimeOffset now) =>
        new() { Sid = sid, Revision = set.Revision, To = arrived.To, StartedAt = now };

    /// <summary>The last call of the same number, where that was cut off.</summary>
    private async Task<CallEvent> WithCutOff(CallArrived arrived, CancellationToken stop)
    {
        if (!CallerNumber.IsTenDigit(arrived.Private?.From))
            return arrived;
        var now = clock.GetUtcNow();
        var last = (await store.CallsFrom(arrived.Private!.From!, now - CutOff.Longest, stop)).FirstOrDefault();
        return last is not null && await store.LoadCall(last, stop) is { } stored ? arrived with { CutOff = CutOff.Of(CallJson.Read<CallState>(stored.Snapshot), now) } : arrived;
    }

    /// <summary>Whoever may accept with this event needs the name of a room.</summary>
    private CallEvent WithRoom(CallEvent applied, CallState? before) => applied switch
    {
        LegAsked { Random: null } leg when before!.Offers.Any(o => o.Id == leg.Offer && (leg.At == "key" || (leg.At is null && o.Accepted))) => leg with { Random = ids.Next(IdKind.Room) },
        OfferAccepted { Random: null } accepted when before!.Offers.Any(o => o.Id == accepted.Offer && o.Leg is not null) => accepted with { Random = ids.Next(IdKind.Room) },
        _ => applied,
    };

    private CallEvent WithConditions(CallEvent applied, string sid, DateTimeOffset now)
    {
        var found = conditions.At(now, sid);
        if (applied is not PageAsked)
            found = found with { Forecast = null };
        return applied with { Conditions = found is { Callbacks: false, Open.IsEmpty: true, Forecast: null } ? null : found };
    }

    /// <summary>Adds what the event needs to know of the floor, so that the fact holds everything that was looked at.</summary>
    private async Task<CallEvent> WithFloor(
        CallEvent applied, CallState? before, Dictionary<string, Versioned<AgentState>> agents, CancellationToken stop)
    {
        var offered = applied switch { OfferMade { Contact: false } made => made.To, CalledIn { Contact: false } called => called.To, _ => null };
        if (offered is not null && !agents.ContainsKey(offered) && await store.LoadAgent(offered, stop) is { } agent)
            agents[offered] = agent;
        if (before is not { Offers.IsEmpty: false } || applied is OfferMade or CallerAnswered or PageAsked)
            return applied;
        var floor = await store.LoadFloor(stop);
        var last = before.Offers.Where(o => !o.Contact).Select(o => o.To).Where(id => LastOnes.IsLast(id, floor.Agents.Select(a => a.State)));
        ImmutableArray<string> found = [.. last];
        return found.IsEmpty ? applied : applied with { LastOnes = found };
    }

    private static CommitUnit ToCommit(
        CallUnit unit, CallState? before, long sequence, Dictionary<string, Versioned<AgentState>> versions, string? reply, Completes completes)
    {
        var state = unit.State;
        var ended = state.Phase == CallerPhase.Ended;
        var recorded = unit.Recorded;
        if (unit.Reasons.Count > 0)
            recorded = recorded with { Because = [.. recorded.Because ?? [], .. unit.Reasons] };
        return new CommitUnit
        {
            Call = new CallWrite(
                state.Sid, sequence, recorded.Token, unit.Now, CallJson.Write(recorded), CallJson.Write(state), reply,
                recorded.Private is null ? null : CallJson.Write(recorded.Private), ended, CallWords.Summary(state), unit.Number),
            Entry = EntryOf(unit.Here, state) is var entry && (entry is not null || before?.Flow.Line is not null)
                ? new EntryWrite(state.Sid, entry)
                : null,
            Agents = [.. unit.ChangedAgents.Select(a => new AgentWrite(a.Id, versions[a.Id].Version, a))],
            Commands = [.. unit.Commands],
            Alerts = [.. unit.Alerts],
            Risk = unit.Risk,
            Due =
            [
                .. unit.Due.Select(d => new DueWrite(d.Key, d.At, state.Sid, null, CallJson.Write(d.Event))),
                .. unit.AgentDue.Select(d => new DueWrite(AgentTimer.Key(d.Agent), d.At, null, d.Agent, CallJson.Write(d.Event))),
            ],
            DueDropped = [.. unit.Dropped.Except(unit.Due.Select(d => d.Key))],
            CommandDone = completes.Command,
            DueDone = completes.Timer,
        };
    }

    /// <summary>The caller as the matcher sees them; null when in no line.</summary>
    private static QueueEntry? EntryOf(FlowContext here, CallState state) =>
        state.Phase is CallerPhase.Ended or CallerPhase.Outside or CallerPhase.Flow || LineEntry.Of(here, state.Sid) is not { } entry
            ? null
            : entry with
            {
                Phase = state.Phase,
                AtHead = state.AtHead,
                CallBack = CallbackTimes.Of(here, state.Callback),
                Members = state.Callback is null ? entry.Members : [.. entry.Members.Where(m => !m.Contact)],
                PageAt = state.PageAt,
                PageSeconds = state.PageSeconds,
                ProbedAt = state.ProbedAt,
                Offers = state.Offers,
                Tried = state.Tried,
                FirstTo = state.FirstTo,
                ContactsNotBefore = state.ContactsNotBefore,
                ToldAt = state.CrisisToldAt,
            };

    private void Signal(CallUnit unit, CallState? before)
    {
        if (unit.Commands.Count > 0)
            signals.WakeCommands();
        if (unit.Due.Count > 0 || unit.AgentDue.Count > 0)
            signals.WakeDue();
        if (unit.Alerts.Count > 0)
            signals.WakeAlerts();
        if (unit.State.Phase == CallerPhase.Waiting || unit.ChangedAgents.Any() || before?.Phase == CallerPhase.Waiting)
            signals.WakeFloor();
    }
}

/// <summary>What came of an event.</summary>
/// <param name="State">The call now; null when it is not known.</param>
/// <param name="Flows">The revision it runs on; null when the call is not known.</param>
/// <param name="Changed">Whether this event changed anything; false for a repetition.</param>
public sealed record Handled(CallState? State, FlowSet? Flows, bool Changed);

/// <summary>The command or timer that an event completes; one at most.</summary>
public readonly record struct Completes(string? Command = null, string? Timer = null);
