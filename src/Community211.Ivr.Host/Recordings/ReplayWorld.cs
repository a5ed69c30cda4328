using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Everything around a replayed call: agents, timers, the matcher and the requests, at the recorded time.</summary>
internal sealed class ReplayWorld(IStore store, DueTimers timers, Matching matching, CommandLanes lanes, ReplayClock clock)
{
    private readonly Queue<RecordedAgent> _floor = new();

    /// <summary>The agents of the recording; without any, those of the files.</summary>
    public async Task SeatAgents(Recording recording, FlowSet flows, CancellationToken stop)
    {
        foreach (var agent in recording.Floor.OrderBy(a => a.At))
            _floor.Enqueue(agent);
        if (_floor.Count == 0)
            await Floors.SignIn(store, new PlacesSource(flows, clock.GetUtcNow()), stop);
        while (_floor.TryPeek(out var first) && first.At <= clock.GetUtcNow())
            await Seat(_floor.Dequeue(), stop);
    }

    /// <summary>Lets the time pass: timers, widening and other people's agents, each at its moment.</summary>
    public async Task MoveTo(DateTimeOffset time, CancellationToken stop)
    {
        while (true)
        {
            var wake = await Settle(stop);
            var next = Earliest(wake, await store.NextDue(stop), _floor.TryPeek(out var agent) ? agent.At : null);
            if (next is null || next > time)
                break;
            clock.MoveTo(next.Value);
            while (_floor.TryPeek(out agent) && agent.At <= next)
                await Seat(_floor.Dequeue(), stop);
            await timers.RunOnce(stop);
        }
        clock.MoveTo(time);
    }

    /// <summary>Offers and requests until there is nothing left to do now; when the matcher wants to look again.</summary>
    public async Task<DateTimeOffset?> Settle(CancellationToken stop)
    {
        while (true)
        {
            var wake = await matching.RunOnce(stop);
            if (!await lanes.RunOnce(stop))
                return wake;
        }
    }

    private async Task Seat(RecordedAgent agent, CancellationToken stop)
    {
        var version = (await store.LoadAgent(agent.State.Id, stop))?.Version ?? 0;
        ImmutableArray<AgentWrite> write = [new AgentWrite(agent.State.Id, version, agent.State)];
        await store.Commit(new CommitUnit { Agents = write }, stop);
    }

    private static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? earliest = null;
        foreach (var time in times)
            earliest = earliest is null || time < earliest ? time ?? earliest : earliest;
        return earliest;
    }
}
