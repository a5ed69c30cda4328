using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Faults;

public sealed class RestFaultsTests
{
    private static async Task<TrunkDriver> Trunk(object fault)
    {
        var trunk = await TrunkDriver.Start(_ => null);
        var answer = await trunk.Http.PostAsJsonAsync("/sim/faults", fault, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)answer.StatusCode);
        return trunk;
    }

    private static JsonObject[] Log(TrunkDriver trunk, string kind) =>
        [.. trunk.Exchange.Log.After(0).Select(line => JsonNode.Parse(line)!.AsObject()).Where(told => (string?)told["kind"] == kind)];

    private static Task<HttpResponseMessage> Dial(TrunkDriver trunk) => trunk.Rest(
        HttpMethod.Post, "Calls.json", ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"));

    // "429 + 20429 = never processed, safe to retry"
    [Theory]
    [InlineData("429", 429, 20429)]
    [InlineData("5xx", 500, 20500)]
    public async Task Refused_Once_DialsNobodyAndTheNextWorks(string what, int status, int code)
    {
        await using var trunk = await Trunk(new { on = "rest", what, times = 1, match = new { path = "/Calls", method = "POST" } });
        var answer = await Dial(trunk);
        Assert.Equal(status, (int)answer.StatusCode);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal([code, status], [(int)error["code"]!, (int)error["status"]!]);
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", (string?)error["more_info"]);
        Assert.Empty(trunk.Exchange.Legs);
        Assert.Equal(status, (int)Assert.Single(Log(trunk, "rest"))["status"]!);
        Assert.Equal("/2010-04-01/Accounts/" + TrunkDriver.Account + "/Calls.json", (string?)Assert.Single(Log(trunk, "fault"))["path"]);
        Assert.Equal(201, (int)(await Dial(trunk)).StatusCode);
        Assert.Single(trunk.Exchange.Legs);
    }

    [Fact]
    public async Task ServerError_AfterDoingIt_HasDialled()
    {
        await using var trunk = await Trunk(new { on = "rest", what = "5xx-after", status = 502, times = 1 });
        var answer = await Dial(trunk);
        Assert.Equal(502, (int)answer.StatusCode);
        Assert.Contains("20500", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HelpLine.Agent, Assert.Single(trunk.Exchange.Legs).To);
        Assert.Equal(201, (int)Assert.Single(Log(trunk, "rest"))["status"]!);
    }

    [Fact]
    public async Task DropResponse_AfterDoingIt_HasDialledAndCutsTheConnection()
    {
        await using var trunk = await Trunk(new { on = "rest", what = "drop-response", times = 1 });
        await Assert.ThrowsAnyAsync<Exception>(() => Dial(trunk));
        Assert.Single(trunk.Exchange.Legs);
    }

    [Fact]
    public async Task Slow_TakesItsTimeBeforeItDoesAnything()
    {
        await using var trunk = await Trunk(new { on = "rest", what = "slow", seconds = 20 });
        var began = trunk.Clock.GetUtcNow();
        var dialling = Dial(trunk);
        while (!(await trunk.Http.GetStringAsync("/sim/log", TestContext.Current.CancellationToken)).Contains("slow", StringComparison.Ordinal))
        {
        }
        await trunk.Until(() => trunk.Exchange.Legs.Count == 1);
        Assert.Equal(201, (int)(await dialling).StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(20), trunk.Exchange.Legs[0].Created - began);
    }

    [Fact]
    public async Task Match_ByCallerAndCallee_SparesOthers()
    {
        await using var trunk = await Trunk(new { on = "rest", what = "429", match = new { to = "+14165550998" } });
        Assert.Equal(201, (int)(await Dial(trunk)).StatusCode);
    }
}
