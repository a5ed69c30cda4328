using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Verbs;

public sealed class RejectTests
{
    // "reason rejected|busy; must be first; not billed; status no-answer/busy"
    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason=\"busy\"/>", "busy")]
    public async Task Reject_First_RefusesTheCall(string reject, string status)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? reject : null);
        var call = await trunk.Play();
        Assert.Empty(call.Of("answered"));
        Assert.Equal(status, (string?)call.The("ended")["status"]);
        Assert.Equal(status, Assert.Single(trunk.Web.At("/status"))["CallStatus"]);
        Assert.Equal("0", trunk.Web.At("/status")[0]["CallDuration"]);
    }

    // "Any other response will result in an answered call"
    [Fact]
    public async Task Reject_AfterAnotherVerb_HangsUpAnAnsweredCall()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Say>Hello.</Say><Reject/><Say>Never.</Say>" : null);
        var call = await trunk.Play();
        Assert.Equal(["Hello."], call.Heard);
        Assert.Equal("completed", (string?)call.The("ended")["status"]);
        Assert.Equal([12200], call.Warnings);
    }

    // 13810 "Reject: Invalid cause"
    [Fact]
    public async Task Reject_WithAReasonThatThereIsNot_IsRejected()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Reject reason=\"Busy\"/>" : null);
        var call = await trunk.Play();
        Assert.Equal([13810], call.Warnings);
        Assert.Equal("no-answer", (string?)call.The("ended")["status"]);
    }
}
