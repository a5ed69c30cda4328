using System.Net.Http.Json;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Faults;

public sealed class LegFaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_OfTheCallersLeg_EndsItByTheCarrier()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"60\"/>" : null);
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new { rules = new[] { new { on = "leg", what = "drop", seconds = 12.5 } } } });
        Assert.Equal(12.5, call.T("ended"));
        Assert.Equal(["carrier", "completed"], [(string?)call.The("ended")["by"], (string?)call.The("ended")["status"]]);
        Assert.Equal("completed", Assert.Single(trunk.Web.At("/status"))["CallStatus"]);
    }

    [Fact]
    public async Task Drop_WhileItRings_IsAFailedLeg()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PutAsJsonAsync("/sim/faults", new[] { new { on = "leg", what = "drop", match = new { @event = "ringing", to = HelpLine.Agent } } }, Token);
        var agent = (string)(await trunk.Post("Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent")))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(agent)!.IsOver);
        Assert.Equal("failed", (string?)(await trunk.Get($"Calls/{agent}.json"))["status"]);
        Assert.Empty(trunk.Web.At("/agent"));
    }

    [Fact]
    public async Task Drop_GivenWhileCallsAreLive_StrikesTheOneThatIsNamed()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Pause length=\"60\"/>" : null);
        var (one, other) = (await trunk.Place(), await trunk.Place());
        await trunk.Until(() => one.Of("answered").Count + other.Of("answered").Count == 2);
        await trunk.Http.PostAsJsonAsync("/sim/faults", new { on = "leg", what = "drop", match = new { callSid = one.Sid } }, Token);
        await trunk.Until(() => one.Leg.IsOver);
        Assert.False(other.Leg.IsOver);
        Assert.Equal("carrier", (string?)one.The("ended")["by"]);
        Assert.Single(one.Of("fault"));
    }
}
