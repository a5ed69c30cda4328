using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Faults;

/// <summary>The whole carrier is away: legs stay up and people go on talking; the service hears nothing, and can ask nothing.</summary>
public sealed class AwayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<TrunkDriver> Trunk() => await TrunkDriver.Start(HelpLine.Answer);

    private static Task<HttpResponseMessage> Leave(TrunkDriver trunk, int seconds, int? status = null) =>
        trunk.Http.PostAsJsonAsync("/sim/faults", status is null ? new { on = "carrier", what = "away", seconds } : (object)new { on = "carrier", what = "away", seconds, status }, Token);

    [Fact]
    public async Task Away_WhileTwoTalk_TheyGoOnAndTheServiceHearsOfTheEndLater()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 30 });
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);
        var heard = trunk.Web.All.Count;
        await Leave(trunk, 300);
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Equal(heard, trunk.Web.All.Count);
        Assert.Equal("caller", (string?)call.The("ended")["by"]);
        await trunk.Until(() => trunk.Web.At("/status").Count == 1);
        var status = trunk.Web.At("/status")[0];
        Assert.InRange((status.At - call.Leg.EndedAt!.Value).TotalSeconds, 200, 300);
        Assert.NotEqual(status.At.UtcDateTime.ToString("r"), status["Timestamp"]);
        await trunk.Until(() => trunk.Web.At("/leg").Count == 4);
        Assert.Equal(["0", "1", "2", "3"], trunk.Web.At("/leg").Select(asked => asked["SequenceNumber"]));
    }

    [Fact]
    public async Task Away_RestIsCutOrRefused_AndComesBack()
    {
        await using var trunk = await Trunk();
        await Leave(trunk, 60);
        await Assert.ThrowsAnyAsync<Exception>(() => trunk.Rest(HttpMethod.Get, "Calls.json"));
        await trunk.Pass(61);
        await trunk.Get("Calls.json");
        await Leave(trunk, 60, 503);
        Assert.Equal(503, (int)(await trunk.Rest(HttpMethod.Get, "Calls.json")).StatusCode);
        await trunk.Http.DeleteAsync("/sim/faults", Token);
        await trunk.Get("Calls.json");
    }

    [Fact]
    public async Task Away_NewCalls_DoNotReachTheService()
    {
        await using var trunk = await Trunk();
        await Leave(trunk, 60);
        var call = await trunk.Place();
        await trunk.Until(() => call.Leg.IsOver);
        await trunk.Pass(120);
        Assert.Equal(["carrier", "failed"], [(string?)call.The("ended")["by"], (string?)call.The("ended")["status"]]);
        var why = call.The("fault");
        Assert.Equal(("carrier", "away", "the carrier is away: the call comes to nobody"), ((string?)why["on"], (string?)why["what"], (string?)why["note"]));
        Assert.Contains("carrier away (60 s) (rule 1, 1 so far): the carrier is away", await trunk.Http.GetStringAsync($"/sim/calls/{call.Sid}/story", Token), StringComparison.Ordinal);
        Assert.Empty(trunk.Web.All);
    }

    [Fact]
    public async Task Away_ACallerInLine_HearsTheNextPageWhenItIsBack()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        await trunk.Until(() => trunk.Web.At("/wait").Count == 1);
        var began = trunk.Clock.GetUtcNow();
        await Leave(trunk, 100);
        await trunk.Until(() => trunk.Web.At("/wait").Count == 2);
        Assert.Equal(TimeSpan.FromSeconds(100), trunk.Web.At("/wait")[1].At - began);
        Assert.False(call.Leg.IsOver);
        var log = trunk.Exchange.Log.After(0).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Single(log, told => (string?)told["kind"] == "back");
        Assert.Single(log, told => (string?)told["what"] == "away");
    }
}
