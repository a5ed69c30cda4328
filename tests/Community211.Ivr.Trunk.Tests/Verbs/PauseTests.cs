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

    // 13910 "Pause: Invalid length value"
    [Theory]
    [InlineData("long")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task Pause_OfNoWholeNumber_LastsASecond(string length)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? $"<Pause length=\"{length}\"/>" : null);
        var call = await trunk.Play();
        Assert.Equal([13910], call.Warnings);
        Assert.Equal(1, (int)call.The("ended")["duration"]!);
    }
}
