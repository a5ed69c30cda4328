using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

public sealed class FaultsTests
{
    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => "<Redirect>/voice/step</Redirect>",
        "/voice/step" => "<Say>Step.</Say>",
        _ => null,
    });

    [Fact]
    public async Task Duplicate_SendsTheSameRequestTwiceAndRunsOneAnswer()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new { duplicate = new[] { "/voice/step" } } });
        var steps = trunk.Web.At("/voice/step");
        Assert.Equal(2, steps.Count);
        Assert.Equal(steps[0].Form, steps[1].Form);
        Assert.Equal(steps[0].Headers["I-Twilio-Idempotency-Token"], steps[1].Headers["I-Twilio-Idempotency-Token"]);
        Assert.Single(trunk.Web.At("/inbound"));
        Assert.Equal(["Step."], call.Heard);
    }

    [Fact]
    public async Task Status_CanBeLateAndTwice()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new { statusDelay = 5, duplicateStatus = true } });
        var status = trunk.Web.At("/status");
        Assert.Equal(2, status.Count);
        Assert.Equal(TimeSpan.FromSeconds(5), status[0].At - call.Leg.EndedAt);
        Assert.Equal(["0", "0"], status.Select(asked => asked["SequenceNumber"]));
    }
}
