using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Webhooks;

/// <summary>Wherever a document fails, the fallback of that leg is asked, "with all normal parameters + `ErrorCode` + `ErrorUrl`".</summary>
public sealed class FallbackPlacesTests
{
    private static Task<TrunkDriver> Trunk(string inbound) => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => inbound,
        "/fallback" or "/own-fallback" => "<Say>Fallback.</Say>",
        "/wait" => "<Leave/>",
        _ => null,
    });

    [Theory]
    [InlineData("<Redirect>/broken</Redirect>")]
    [InlineData("<Enqueue waitUrl=\"/wait\" action=\"/broken\">help</Enqueue>")]
    [InlineData("<Dial action=\"/broken\" timeout=\"20\"><Number>+14165550777</Number></Dial>")]
    [InlineData("<Gather timeout=\"1\" actionOnEmptyResult=\"true\" action=\"/broken\"/>")]
    public async Task Action_ThatFails_GoesToTheNumbersFallback(string inbound)
    {
        await using var trunk = await Trunk(inbound);
        trunk.Web.Special = asked => asked.Path == "/broken" ? StandIn.Status(500) : null;
        await trunk.Http.PutAsync("/sim/people/+14165550777", new StringContent("{\"answer\":\"busy\"}", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var call = await trunk.Play();
        var fallback = Assert.Single(trunk.Web.At("/fallback"));
        Assert.Equal(["11217", TrunkDriver.Service + "/broken", call.Sid, "in-progress"], [fallback["ErrorCode"], fallback["ErrorUrl"], fallback["CallSid"], fallback["CallStatus"]]);
        Assert.Equal(["Fallback."], call.Heard);
    }

    // "FallbackUrl (call)"
    [Fact]
    public async Task Document_OfACallMadeByRest_GoesToTheCallsOwnFallback()
    {
        await using var trunk = await Trunk("<Hangup/>");
        trunk.Web.Special = asked => asked.Path == "/broken" ? StandIn.Xml("no xml") : null;
        var sid = (string)(await trunk.Post(
            "Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/broken"), ("FallbackUrl", TrunkDriver.Service + "/own-fallback")))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.Equal("12100", Assert.Single(trunk.Web.At("/own-fallback"))["ErrorCode"]);
        Assert.Empty(trunk.Web.At("/fallback"));
    }

    [Fact]
    public async Task Fallback_GivenToALiveCall_IsTheOneFromThenOn()
    {
        await using var trunk = await Trunk("<Pause length=\"20\"/><Redirect>/broken</Redirect>");
        trunk.Web.Special = asked => asked.Path == "/broken" ? StandIn.Status(404) : null;
        var call = await trunk.Place();
        await trunk.Until(() => call.Of("silence").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("FallbackUrl", TrunkDriver.Service + "/own-fallback"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Single(trunk.Web.At("/own-fallback"));
        Assert.Empty(trunk.Web.At("/fallback"));
    }

    // A dialled leg has no fallback of its own: it ends, and the caller's document goes on.
    [Fact]
    public async Task Screening_ThatFails_EndsThatLegAndNobodyIsBridged()
    {
        await using var trunk = await Trunk("<Dial><Number url=\"/broken\">+14165550777</Number></Dial><Say>Later.</Say>");
        trunk.Web.Special = asked => asked.Path == "/broken" ? StandIn.Status(500) : null;
        var call = await trunk.Play();
        Assert.Empty(call.Of("talking"));
        Assert.Equal(["Later."], call.Heard);
        Assert.Empty(trunk.Web.At("/fallback"));
    }
}
