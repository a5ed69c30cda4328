using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Everything around a replayed call, each at its recorded moment: agents, timers, the matcher, requests and their replies.</summary>
internal sealed class ReplayWorld(IServiceProvider services, Recording recording, FlowSet flows, ReplayClock clock)
{
    /// <summary>What the service does by itself it did a moment after it could: a replay gives other events the same chance to come first.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly IStore _store = services.GetRequiredService<IStore>();
    private readonly ReplayCarrier _carrier = services.GetRequiredService<ReplayCarrier>();
    private readonly DueTimers _timers = services.GetRequiredService<DueTimers>();
    private readonly Matching _matching = services.GetRequiredService<Matching>();
    private readonly CommandLanes _lanes = services.GetRequiredService<CommandLanes>();
    private readonly CallHandler _calls = services.GetRequiredService<CallHandler>();
    private readonly Queue<RecordedAgent> _floor = new(recording.Floor.OrderBy(a => a.At));
    private readonly Queue<RecordedFinding> _swept = new(recording.Swept.OrderBy(s => s.At));
    private readonly Queue<RecordedDeskWord> _desk = new((recording.Desk ?? []).OrderBy(d => d.At));
    private Task _lane = Task.CompletedTask;
    private DateTimeOffset? _look;
    private DateTimeOffset? _suspended;

    /// <summary>The agents of the recording; without any, those of the files.</summary>
    public async Task SeatAgents(CancellationToken stop)
    {
        if (_floor.Count == 0)
            await Floors.SignIn(_store, new PlacesSource(flows, clock.GetUtcNow()), stop);
        while (_floor.TryPeek(out var first) && first.At <= clock.GetUtcNow())
            await Seat(stop);
    }

    /// <summary>Something came in: the matcher looks again.</summary>
    public void Happened() => _look = clock.GetUtcNow();

    /// <summary>Lets the time pass; everything that falls due happens at its moment.</summary>
    public async Task MoveTo(DateTimeOffset time, CancellationToken stop)
    {
        while (true)
        {
            await StartRequests(stop);
            var next = await Next(stop);
            if (next.At is not { } at || at > time)
                break;
            clock.MoveTo(at);
            await next.Do(stop);
        }
        clock.MoveTo(time);
    }

    private async Task<(DateTimeOffset? At, Func<CancellationToken, Task> Do)> Next(CancellationToken stop)
    {
        (DateTimeOffset? At, Func<CancellationToken, Task> Do)[] all =
        [
            (_floor.TryPeek(out var agent) ? agent.At : null, Seat),
            (_swept.TryPeek(out var finding) ? finding.At : null, Sweep),
            (_desk.TryPeek(out var word) ? word.At : null, Speak),
            (_carrier.ReplyAt, Reply),
            (Held(await NextTimer(stop)), Fire),
            (Held(_look), Look),
        ];
        return all.MinBy(a => a.At ?? DateTimeOffset.MaxValue);
    }

    /// <summary>Timers that are suspended, because they are found too late, say themselves when they fire.</summary>
    private async Task<DateTimeOffset?> NextTimer(CancellationToken stop)
    {
        var due = await _store.NextDue(stop);
        return due <= clock.GetUtcNow() ? _suspended ?? due : due;
    }

    /// <summary>The recorded moment of what could happen from a time on; where the recording has none, a moment later.</summary>
    private DateTimeOffset? Held(DateTimeOffset? time)
    {
        if (time is not { } due)
            return null;
        foreach (var acted in recording.Acted)
        {
            if (acted >= due && acted <= due + Moment)
                return acted;
        }
        return due + Moment;
    }

    /// <summary>Requests go out at once; the one whose reply took time waits for its moment, and those behind it wait with it.</summary>
    private async Task StartRequests(CancellationToken stop)
    {
        while (_lane.IsCompleted)
        {
            var started = await _lanes.Start(stop);
            if (started.IsEmpty)
                return;
            _lane = Task.WhenAll(started);
            if (await Task.WhenAny(_lane, _carrier.Asked) == _lane)
                await Answered();
        }
    }

    private async Task Answered()
    {
        await _lane;
        Happened();
    }

    private async Task Reply(CancellationToken stop)
    {
        _carrier.Reply();
        await Answered();
    }

    private async Task Fire(CancellationToken stop)
    {
        _suspended = await _timers.RunOnce(stop);
        Happened();
    }

    private async Task Look(CancellationToken stop) => _look = await _matching.RunOnce(stop);

    private async Task Sweep(CancellationToken stop)
    {
        var finding = _swept.Dequeue();
        await _calls.Handle(recording.CallSid, new Swept(finding.Difference, finding.QueueSid), stop: stop);
        Happened();
    }

    private async Task Speak(CancellationToken stop)
    {
        await _calls.Handle(recording.CallSid, _desk.Dequeue().Event(), stop: stop);
        Happened();
    }

    private async Task Seat(CancellationToken stop)
    {
        var agent = _floor.Dequeue();
        var version = (await _store.LoadAgent(agent.State.Id, stop))?.Version ?? 0;
        ImmutableArray<AgentWrite> write = [new AgentWrite(agent.State.Id, version, AsConfigured(agent.State))];
        await _store.Commit(new CommitUnit { Agents = write }, stop);
        Happened();
    }

    /// <summary>What an agent is doing is the recording's; who the agent is, the files'. Whoever stands there no longer is not on the floor.</summary>
    private AgentState AsConfigured(AgentState state)
    {
        foreach (var region in flows.Places.Regions.Values)
        {
            if (region.Agents.FirstOrDefault(a => a.Id == state.Id) is { } agent && flows.Places.InForce(region.Id, flows.Places.DayOf(clock.GetUtcNow())) is { } inForce)
                return state with { Number = agent.Number, Region = inForce.Id, Languages = agent.Languages, CrisisTrained = agent.CrisisTrained };
        }
        return state with { Phase = AgentPhase.Off };
    }
}
