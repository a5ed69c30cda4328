using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>The engine on one side, a simulated carrier on the other, and everything that may happen between them.</summary>
internal sealed class World
{
    /// <summary>Longest time that the carrier waits for an answer.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(15);

    private readonly MemoryStore _memory;
    private readonly Matching _matching;
    private readonly AgentDesk _desk;
    private readonly TransferDesk _transfers;
    private readonly DueTimers _timers;
    /// <summary>Nobody is kept for crisis: with so few agents, whoever waits while somebody is free was forgotten.</summary>
    private readonly OneFlow _flows = new(RealFlow.Set with { Queues = RealFlow.Set.Queues with { CrisisReserve = 0 } });
    private readonly List<Task> _lanesRunning = [];
    private readonly List<string> _trace = [];
    private CommandLanes _lanes;
    private Sweep _sweep;
    private Task<int> _sweeping = Task.FromResult(0);
    private DateTimeOffset? _lookAgain;

    public World()
    {
        Clock = new FakeTimeProvider(Units.Start);
        _memory = new MemoryStore(Clock);
        Store = new InterruptedStore(_memory);
        Carrier = new SimulatedCarrier(Clock, Tell);
        var (flows, ids, signals) = (_flows, new CountedIds(), new CallSignals());
        Calls = new CallHandler(Store, flows, ids, new PlainConditions(), signals, new CallRules(), Clock);
        _desk = new AgentDesk(Store, Calls, signals, Clock);
        _transfers = new TransferDesk(Store, flows, Calls, ids);
        _matching = new Matching(Store, flows, Calls, ids, new LineForecasts(), Clock);
        _timers = new DueTimers(Store, Calls, signals, Clock);
        _lanes = new CommandLanes(Store, Carrier, Calls, Clock);
        _sweep = new Sweep(Store, Carrier, Calls, flows, Clock);
    }

    public FakeTimeProvider Clock { get; }

    public CallHandler Calls { get; }

    public InterruptedStore Store { get; }

    public SimulatedCarrier Carrier { get; }

    /// <summary>Messages that arrived and may arrive again.</summary>
    public List<Message> Copies { get; } = [];

    public IEnumerable<string> Trace => _trace;

    public List<Message> Outbox => Carrier.Outbox;

    public IEnumerable<Leg> Callers => Carrier.Legs.Where(l => l.IsCaller && !l.IsOver);

    public void Tell(string line) => _trace.Add(line);

    public async Task SignIn()
    {
        foreach (var agent in (AgentState[])[Seat("t1", "toronto", true), Seat("t2", "toronto", false), Seat("e1", "east", true)])
            await Store.Commit(new CommitUnit { Agents = [new AgentWrite(agent.Id, 0, agent)] }, default);
    }

    private AgentState Seat(string id, string region, bool crisis) => new()
    {
        Id = id,
        Number = $"+1416555017{id[1]}{id[0]}",
        Region = region,
        Languages = ["en"],
        CrisisTrained = crisis,
        Since = Clock.GetUtcNow(),
        IdleSince = Clock.GetUtcNow(),
        Version = 1,
    };

    /// <summary>A webhook arrives; the answer counts if a leg still waits for it.</summary>
    public async Task Deliver(Message message)
    {
        Outbox.Remove(message);
        var arrival = message.What is CallerAnswered or PageAsked or LineLeft { Result: not "hangup" } or ConnectAsked or ResumeAsked or FallbackAsked
            ? new CallArrived(SimulatedCarrier.Ours)
            : null;
        var handled = await Calls.Handle(message.Call, message.What, arrival);
        Tell($"    {message.Call} {Short(message.What)} -> {Short(handled.State)}");
        if (handled.State is not { } state)
        {
            if (message.IsAwaited)
                Carrier.End(message.Leg!, "completed");
            return;
        }
        var answer = Answers.To(message.What, handled.Flows!, state, Clock.GetUtcNow());
        if (answer.IsEmpty)
            throw new ModelException($"An empty answer to {message.What}.");
        if (message.IsAwaited)
            Carrier.Run(message.Leg!, answer);
    }

    /// <summary>The agent takes at the desk what they are offered.</summary>
    public Task<DeskAnswer> Accept(AgentState agent) => _desk.Accept(agent.Id, agent.Offer!, default);

    public Task<DeskAnswer> Set(string agent, AgentWish wish) => _desk.Set(agent, wish, null, default);

    public Task<DeskAnswer> Decline(AgentState agent) => _desk.Decline(agent.Id, agent.Offer!, default);

    public Task<DeskAnswer> EndTalk(AgentState agent) => _desk.End(agent.Id, agent.Call!, default);

    /// <summary>What an agent may do with a talk besides ending it.</summary>
    public Task<DeskAnswer> Transfer(AgentState agent, int how) => (how % 10) switch
    {
        0 => _transfers.PassOn(agent.Id, agent.Call!, how % 20 == 0 ? "east" : "toronto", default),
        1 or 2 => _transfers.CallInContact(agent.Id, agent.Call!, how % 20 == 1 ? "distress-toronto" : "provincial-police", default),
        3 or 4 => _transfers.CallInAgent(agent.Id, agent.Call!, ((string[])["t1", "t2", "e1"]).First(id => id != agent.Id), default),
        5 or 6 or 7 => _transfers.Change(agent.Id, agent.Call!, TalkChange.Leave, default),
        8 => _transfers.Change(agent.Id, agent.Call!, how % 20 == 8 ? TalkChange.Join : TalkChange.Drop, default),
        _ => _transfers.Change(agent.Id, agent.Call!, TalkChange.Hold, default),
    };

    public Task<DeskAnswer> PassOn(string agent, string call, string region) => _transfers.PassOn(agent, call, region, default);

    public Task<DeskAnswer> CallInAgent(string agent, string call, string other) => _transfers.CallInAgent(agent, call, other, default);

    public Task<DeskAnswer> CallInContact(string agent, string call, string contact) => _transfers.CallInContact(agent, call, contact, default);

    public Task<DeskAnswer> Change(string agent, string call, TalkChange change) => _transfers.Change(agent, call, change, default);

    /// <summary>Whether a lane had something to do.</summary>
    public async Task<bool> StartLanes()
    {
        var started = await _lanes.Start(default);
        _lanesRunning.AddRange(started);
        Observe();
        return !started.IsEmpty;
    }

    /// <summary>The carrier does what a request asks, or does it not; the answer is still on its way.</summary>
    public void CarryOut(InFlight request, Mishap mishap)
    {
        var done = mishap == Mishap.Refused
            ? new CarrierReply(CarrierOutcome.Refused, Code: "429.20429")
            : Carrier.CarryOut(request.Request, effect: mishap != Mishap.NotDone);
        request.Reply = mishap == Mishap.DoneUnheard ? new CarrierReply(CarrierOutcome.Unknown) : done;
        Tell($"    carried out {request.Request.GetType().Name} of {request.Request.Call}: {mishap}, {done.Outcome} {done.Sid}");
    }

    public void Arrive(InFlight request)
    {
        Carrier.Requests.Remove(request);
        request.Arrive();
        Observe();
    }

    /// <summary>Whether anyone was offered to anyone.</summary>
    public async Task<bool> Match()
    {
        var before = (await Floor()).Entries.Sum(e => e.Offers.Length);
        _lookAgain = await _matching.RunOnce(default);
        await Invariants.AfterMatching(this);
        return (await Floor()).Entries.Sum(e => e.Offers.Length) != before;
    }

    public async Task FireTimers() => await _timers.RunOnce(default);

    /// <summary>Looks once, unless the last look still waits for the carrier; whether there is a difference to confirm.</summary>
    public async Task<bool> Sweep()
    {
        if (_sweeping.IsCompleted)
            _sweeping = _sweep.RunOnce(default);
        return _sweeping.IsCompleted && await _sweeping > 0;
    }

    /// <summary>The process dies and another starts: what was on its way to the carrier may arrive there, but nobody waits for it.</summary>
    public void Crash(int arrives)
    {
        foreach (var (request, i) in Carrier.Requests.Where(r => r.Reply is null).Select((r, i) => (r, i)).ToList())
        {
            if ((arrives >> i) % 2 == 0)
                CarryOut(request, Mishap.None);
        }
        Carrier.Requests.Clear();
        _lanesRunning.Clear();
        Clock.Advance(TimeSpan.FromSeconds(2));
        _lanes = new CommandLanes(Store, Carrier, Calls, Clock);
        _sweep = new Sweep(Store, Carrier, Calls, _flows, Clock);
        _sweeping = Task.FromResult(0);
    }

    /// <summary>Time passes: silence and ringing end, and the carrier gives up on what we have not answered.</summary>
    public async Task Pass(int seconds)
    {
        var until = Clock.GetUtcNow().AddSeconds(seconds);
        while (true)
        {
            var leg = Carrier.Legs.Where(l => !l.IsOver && l.Deadline <= until).MinBy(l => l.Deadline);
            var next = leg?.Deadline ?? until;
            if (next > Clock.GetUtcNow())
                Clock.Advance(next - Clock.GetUtcNow());
            foreach (var late in Outbox.Where(m => m.IsAwaited && Clock.GetUtcNow() - m.At > MostPatience).ToList())
                Fail(late);
            if (leg is null)
                break;
            if (!leg.IsOver && leg.Deadline is not null)
                Carrier.Due(leg);
        }
        if (_lookAgain <= Clock.GetUtcNow())
            await Match();
    }

    /// <summary>A webhook that we never answered.</summary>
    public void Fail(Message message)
    {
        Outbox.Remove(message);
        Tell($"    lost {Short(message.What)} of {message.Call}");
        if (message.IsAwaited)
            Carrier.Failed(message);
    }

    public async Task<CallState?> Load(string call) =>
        await _memory.LoadCall(call, default) is { } stored ? CallJson.Read<CallState>(stored.Snapshot) : null;

    public Task<StoredFloor> Floor() => _memory.LoadFloor(default);

    public Task<ImmutableArray<StoredFact>> Facts(string call) => _memory.Facts(call, default);

    public async Task<string> Snapshot(string call) => (await _memory.LoadCall(call, default))!.Snapshot;

    private void Observe()
    {
        foreach (var broken in _lanesRunning.Where(t => t.IsFaulted))
            throw new ModelException($"A lane broke: {broken.Exception}");
        _lanesRunning.RemoveAll(t => t.IsCompleted);
    }

    public static string Short(CallState? state) => state is null
        ? "unknown"
        : $"{state.Phase} t{state.Turn} {state.Flow.Line?.Queue}{(state.AtHead ? " at head" : "")} offers[{string.Join(", ", state.Offers.Select(o => $"{o.Id}:{o.To}:{o.Leg ?? o.Dialled}"))}] {state.Connection}";

    private static string Short(CallEvent what) => $"{Regex.Replace(what.ToString(), "[A-Za-z]+ = [^,]*, (?=Last)|(LastOnes|Because|Private|Token) = [^,]*, ", "")} {what.Private?.Digits}";
}

/// <summary>What may become of a request to the carrier.</summary>
internal enum Mishap
{
    None,
    /// <summary>Carried out, but the answer is lost.</summary>
    DoneUnheard,
    /// <summary>Lost on the way there.</summary>
    NotDone,
    Refused,
}
