using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Community211.Ivr.Tests.Host;

// "A jump over 2 s suspends expiry once."
public sealed class LateTimersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly MemoryStore _store;
    private readonly DueTimers _timers;

    public LateTimersTests()
    {
        _store = new MemoryStore(_clock);
        var calls = new CallHandler(_store, Substitute.For<IFlowSets>(), Substitute.For<IIds>(), new PlainConditions(), new CallSignals(), new CallRules(), _clock);
        _timers = new DueTimers(_store, calls, new CallSignals(), _clock);
    }

    [Fact]
    public async Task RunOnce_TimerOnTime_Fires()
    {
        await RestAgent(Noon.AddSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(await Run());
        Assert.Equal(AgentPhase.Available, (await Agent()).Phase);
    }

    [Fact]
    public async Task RunOnce_TimerLate_WaitsOnceThenFires()
    {
        await RestAgent(Noon.AddSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Noon.AddSeconds(17), await Run());
        Assert.Equal(AgentPhase.WrapUp, (await Agent()).Phase);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await Run());
        Assert.Equal(AgentPhase.Available, (await Agent()).Phase);
    }

    private async Task RestAgent(DateTimeOffset until)
    {
        var agent = new AgentState { Id = "toronto-1", Number = "+14165550171", Region = "toronto", Phase = AgentPhase.WrapUp, Version = 1 };
        var due = new DueWrite(AgentTimer.Key(agent.Id), until, null, agent.Id, CallJson.Write(new AgentTimer(1)));
        await _store.Commit(new CommitUnit { Agents = [new AgentWrite(agent.Id, 0, agent)], Due = [due] }, TestContext.Current.CancellationToken);
    }

    private Task<DateTimeOffset?> Run() => _timers.RunOnce(TestContext.Current.CancellationToken);

    private async Task<AgentState> Agent() => (await _store.LoadAgent("toronto-1", TestContext.Current.CancellationToken))!.State;
}
