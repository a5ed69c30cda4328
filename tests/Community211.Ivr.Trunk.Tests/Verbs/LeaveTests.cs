using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class LeaveTests
{
    // "no attributes; leaves queue" (in a queue: see EnqueueTests)
    [Fact]
    public async Task Leave_OutsideAQueue_DoesNothing()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Leave/><Say>Next verb.</Say>" : null);
        Assert.Equal(["Next verb."], (await trunk.Play()).Heard);
    }
}
