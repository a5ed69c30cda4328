using Community211.Ivr.Host;

namespace Community211.Ivr.Tests.Host;

// "The floor's time never goes back."
public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void GetUtcNow_MachineClockIsSetBack_StaysUntilItHasCaughtUp()
    {
        var machine = new SetClock { Now = Noon };
        var steady = new SteadyClock(machine);
        Assert.Equal(Noon, steady.GetUtcNow());
        machine.Now = Noon.AddMinutes(-5);
        Assert.Equal(Noon, steady.GetUtcNow());
        machine.Now = Noon.AddSeconds(1);
        Assert.Equal(Noon.AddSeconds(1), steady.GetUtcNow());
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
