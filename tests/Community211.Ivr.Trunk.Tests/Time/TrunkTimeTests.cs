using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Time;

namespace Community211.Ivr.Trunk.Tests.Time;

public sealed class TrunkTimeTests
{
    [Fact]
    public async Task Strand_ThatWaits_IsIdle_AndIsBusyAgainBeforeTheTimerReturns()
    {
        var clock = new VirtualClock();
        var time = new TrunkTime(clock);
        var gate = new TaskCompletionSource();
        var strand = time.Run(async () =>
        {
            await time.Delay(TimeSpan.FromSeconds(5));
            gate.Task.Wait(TestContext.Current.CancellationToken);
        });
        await time.WhenIdle();
        Assert.True(time.Idle);
        Assert.True(clock.MoveToNext(DateTimeOffset.MaxValue));
        Assert.False(time.Idle);
        gate.SetResult();
        await time.WhenIdle();
        Assert.True(strand.IsCompleted);
    }

    [Fact]
    public async Task Signal_WhenSet_QueuesItsWaitersInOrder()
    {
        var time = new TrunkTime(new VirtualClock());
        var signal = new Signal();
        var order = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            var number = i;
            _ = time.Run(async () =>
            {
                await signal.Wait(CancellationToken.None);
                order.Add(number);
            });
        }
        await time.WhenIdle();
        time.Post(signal.Set);
        await time.WhenIdle();
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task Request_InFlight_CountsAsBusy()
    {
        var time = new TrunkTime(new VirtualClock());
        var request = time.Busy();
        var idle = time.WhenIdle();
        Assert.False(idle.IsCompleted);
        request.Dispose();
        await idle;
        Assert.True(time.Idle);
    }

    [Fact]
    public async Task Strands_RunOneAtATime()
    {
        var time = new TrunkTime(new VirtualClock());
        var (inside, most) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            _ = time.Run(async () =>
            {
                for (var turn = 0; turn < 20; turn++)
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Interlocked.Decrement(ref inside);
                    await Task.Yield();
                }
            });
        }
        await time.WhenIdle();
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task ManyCalls_OnOneClock_PlayToTheEndInTheSameOrder()
    {
        var logs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
            for (var i = 0; i < 30; i++)
            {
                await trunk.Place(TrunkDriver.Simple($"+141655501{i:00}", [new { wait = i % 7 }, new { press = "1" }], hangUpAfter: 30 + i));
                await trunk.Time.WhenIdle();
            }
            await trunk.Until(() => trunk.Exchange.Legs.All(leg => leg.IsOver && leg.LastCallback.IsCompleted));
            logs.Add(string.Join('\n', trunk.Exchange.Log.After(0)));
        }
        Assert.Equal(logs[0], logs[1]);
    }
}
