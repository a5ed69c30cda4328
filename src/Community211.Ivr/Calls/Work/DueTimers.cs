using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Fires timers that are due. They belong to nobody: whoever applies one removes it in the same unit, and late or double firing does nothing.
/// When a timer is found more than two seconds late, this process was away or the clock jumped: expiry is suspended once for two seconds,
/// so that what the carrier has to tell meanwhile comes first.
/// </summary>
public sealed class DueTimers(IStore store, CallHandler calls, CallSignals signals, TimeProvider clock, ICallWatch? watch = null)
{
    private const int AtATime = 100;
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);
    private DateTimeOffset? _resumeAt;

    /// <summary>Fires all that are due; returns when the next one is, null if there is none.</summary>
    /// <exception cref="AggregateException">Some could not be fired and stay; the others were.</exception>
    public async Task<DateTimeOffset?> RunOnce(CancellationToken stop)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await store.DueBefore(now, AtATime, stop);
            if (IsSuspended(due, now))
                return _resumeAt;
            var each = new OneByOne(stop);
            foreach (var timer in due)
            {
                watch?.Fires(now - timer.At);
                await each.Do(() => Fire(timer, stop));
            }
            each.ThrowIfAnyFailed();
            if (due.Length < AtATime)
                return await store.NextDue(stop);
        }
    }

    private bool IsSuspended(ImmutableArray<StoredDue> due, DateTimeOffset now)
    {
        if (due.All(d => now - d.At <= Late))
        {
            _resumeAt = null;
            return false;
        }
        _resumeAt ??= now + Late;
        return now < _resumeAt;
    }

    private async Task Fire(StoredDue timer, CancellationToken stop)
    {
        if (timer.Call is { } call)
        {
            var handled = await calls.Handle(call, CallJson.Read<CallEvent>(timer.Event), completes: new Completes(Timer: timer.Key), stop: stop);
            if (handled.State is null)
                await store.Commit(new CommitUnit { DueDone = timer.Key }, stop);
            return;
        }
        while (true)
        {
            var agent = await store.LoadAgent(timer.Agent!, stop);
            var rested = agent is null ? null : CallJson.Read<AgentTimer>(timer.Event).Apply(agent.State, clock.GetUtcNow());
            var unit = new CommitUnit { DueDone = timer.Key, Agents = rested is null ? [] : [new AgentWrite(rested.Id, agent!.Version, rested)] };
            if ((await store.Commit(unit, stop)).Outcome == CommitOutcome.Conflict)
                continue;
            if (rested is not null)
                signals.WakeFloor();
            return;
        }
    }
}
