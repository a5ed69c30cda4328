using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class PauseTests
{
    // "Pause length(1)"
    [Theory]
    [InlineData("<Pause/>", 1)]
    [InlineData("<Pause length=\"12\"/>", 12)]
    public async Task Pause_LastsItsLength(string pause, int seconds)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? pause : null);
        Assert.Equal(seconds, (int)(await trunk.Play()).The("ended")["duration"]!);
    }
}
