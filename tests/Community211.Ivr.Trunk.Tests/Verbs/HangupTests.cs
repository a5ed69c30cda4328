using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class HangupTests
{
    [Fact]
    public async Task Hangup_EndsTheCall_AndWhatFollowsIsNotReached()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Hangup/><Say>Never.</Say>" : null);
        var call = await trunk.Play();
        Assert.Empty(call.Heard);
        Assert.Equal("service", (string?)call.The("ended")["by"]);
    }
}
