using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Faults;

public sealed class WebhookFaultsTests
{
    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(asked => asked.Path switch
    {
        "/inbound" => "<Redirect>/step</Redirect>",
        "/step" => "<Say>Step.</Say>",
        "/fallback" => "<Say>Fallback.</Say>",
        _ => null,
    });

    private static async Task<(TrunkDriver Trunk, PlacedCall Call, TimeSpan Took)> Play(object fault)
    {
        var trunk = await Trunk();
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new[] { fault } });
        return (trunk, call, (trunk.Web.At("/step") is [.., var step] ? step : trunk.Web.At("/fallback")[0]).At - began);
    }

    [Fact]
    public async Task Delay_OfAStep_IsSentLateAndTold()
    {
        var (trunk, call, took) = await Play(new { on = "webhook", what = "delay", seconds = 7, match = new { path = "/step" } });
        await using var _ = trunk;
        Assert.Equal(TimeSpan.FromSeconds(7), took);
        Assert.Equal(["Step."], call.Heard);
        var told = call.The("fault");
        Assert.Equal(["webhook", "delay", "call-1"], [(string?)told["on"], (string?)told["what"], (string?)told["rule"]]);
    }

    // "Total of 15 s is hard for all call-related requests."
    [Theory]
    [InlineData("", 14.5, 14.5, null)]
    [InlineData("", 15, 15, "11205")]
    [InlineData("", 20, 15, "11205")]
    [InlineData("#rt=3000", 4, 3, "11205")]
    [InlineData("#tt=2000", 4, 2, "11203")]
    [InlineData("#rt=3000&rc=1&rp=rt", 4, 6, "11205")]
    [InlineData("#rt=3000&tt=5000&rc=1&rp=rt", 4, 5, "11203")]
    public async Task Delay_AboveTheCarriersPatience_IsGivenUpAndArrivesLate(string patience, double seconds, double gaveUp, string? code)
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => $"<Redirect>/step{patience.Replace("&", "&amp;", StringComparison.Ordinal)}</Redirect>",
            "/step" => "<Say>Step.</Say>",
            "/fallback" => "<Say>Fallback.</Say>",
            _ => null,
        });
        var began = trunk.Clock.GetUtcNow();
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new[] { new { on = "webhook", what = "delay", seconds, match = new { path = "/step" } } } });
        await trunk.Until(() => trunk.Web.At("/step").Count > 0);
        Assert.Equal(began.AddSeconds(seconds), trunk.Web.At("/step")[0].At);
        Assert.Equal([code is null ? "Step." : "Fallback."], call.Heard);
        if (code is null)
            return;
        Assert.Equal(code, trunk.Web.At("/fallback")[0]["ErrorCode"]);
        Assert.Equal(began.AddSeconds(gaveUp), trunk.Web.At("/fallback")[0].At);
        // Nobody waits for its answer, and the call's story is not over before it came.
        var late = JsonNode.Parse((await Told(trunk, call)).First(line => line.Contains("\"note\":\"arrived late: ", StringComparison.Ordinal)))!;
        Assert.EndsWith("/step" + patience, (string?)late["url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delay_OfOneAttempt_IsOverForTheRetry()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path switch
        {
            "/inbound" => "<Redirect>/step#rt=3000&amp;rc=1&amp;rp=rt</Redirect>",
            "/step" => "<Say>Step.</Say>",
            _ => null,
        });
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new[] { new { on = "webhook", what = "delay", seconds = 4, times = 1, match = new { path = "/step" } } } });
        await Told(trunk, call);
        Assert.Equal(2, trunk.Web.At("/step").Count);
        Assert.Equal(["Step."], call.Heard);
        Assert.Equal([1], call.Of("webhook").Where(told => (int?)told["code"] == 11205).Select(told => (int)told["attempt"]!));
    }

    // "11205 connect failure": two attempts of five seconds each.
    [Fact]
    public async Task DropRequest_Always_NeverArrivesAndIsA11205AfterTwoAttempts()
    {
        var (trunk, call, took) = await Play(new { on = "webhook", what = "drop-request", match = new { path = "/step" } });
        await using var _ = trunk;
        Assert.Empty(trunk.Web.At("/step"));
        Assert.Equal("11205", trunk.Web.At("/fallback")[0]["ErrorCode"]);
        Assert.Equal(TimeSpan.FromSeconds(10), took);
        Assert.Equal([1, 2], call.Of("webhook").Where(told => (int?)told["code"] == 11205).Select(told => (int)told["attempt"]!));
    }

    [Theory]
    [InlineData("drop-request", 1, 5)]
    [InlineData("reset", 1, 0)]
    public async Task Connection_ThatFailsOnce_IsTriedAgainAtOnce(string what, int arrived, int seconds)
    {
        var (trunk, call, took) = await Play(new { on = "webhook", what, times = 1, match = new { path = "/step" } });
        await using var _ = trunk;
        Assert.Equal(arrived, trunk.Web.At("/step").Count);
        Assert.Equal(["Step."], call.Heard);
        Assert.Equal(TimeSpan.FromSeconds(seconds), took);
    }

    [Fact]
    public async Task DropResponse_Arrives_AndTheCarrierGoesToTheFallback()
    {
        var (trunk, call, _) = await Play(new { on = "webhook", what = "drop-response", match = new { path = "/step" } });
        await using var _1 = trunk;
        Assert.Single(trunk.Web.At("/step"));
        Assert.Equal(TimeSpan.FromSeconds(15), trunk.Web.At("/fallback")[0].At - trunk.Web.At("/step")[0].At);
        Assert.Equal("11205", trunk.Web.At("/fallback")[0]["ErrorCode"]);
        Assert.Equal(["Fallback."], call.Heard);
    }

    [Theory]
    [InlineData("status", 0)]
    [InlineData("status-after", 1)]
    public async Task Status_IsSeenByTheCarrier_WhetherItArrivedOrNot(string what, int arrived)
    {
        var (trunk, call, _) = await Play(new { on = "webhook", what, status = 504, match = new { path = "/step" } });
        await using var _1 = trunk;
        Assert.Equal(arrived, trunk.Web.At("/step").Count);
        Assert.Equal("11217", trunk.Web.At("/fallback")[0]["ErrorCode"]);
        Assert.Contains(504, call.Of("webhook").Select(told => (int)told["status"]!));
    }

    // Status callbacks "late, twice, out of order when asked".
    [Fact]
    public async Task Reorder_OfOneStatus_IsOvertakenByTheNext()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PostAsync("/sim/faults", Json("{\"on\":\"status\",\"what\":\"reorder\",\"match\":{\"path\":\"/leg\",\"event\":\"ringing\"}}"), TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        await HelpLine.Connect(trunk, call);
        await trunk.Until(() => trunk.Web.At("/leg").Count == 4);
        Assert.Equal(["initiated", "in-progress", "ringing", "completed"], trunk.Web.At("/leg").Select(asked => asked["CallStatus"]));
        Assert.Equal(["0", "2", "1", "3"], trunk.Web.At("/leg").Select(asked => asked["SequenceNumber"]));
    }

    [Fact]
    public async Task Reorder_OfTheLastOne_IsSentAfterAWhileAllTheSame()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Play(new { to = TrunkDriver.Number, faults = new[] { new { on = "status", what = "reorder", seconds = 4 } } });
        await trunk.Until(() => trunk.Web.At("/status").Count == 1);
        Assert.Equal(TimeSpan.FromSeconds(4), trunk.Web.At("/status")[0].At - call.Leg.EndedAt);
        Assert.Contains("/status", (await call.Rest).TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delay_OfAllStatuses_KeepsTheirOrderAndTheirDistances()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Http.PostAsync("/sim/faults", Json("{\"on\":\"status\",\"what\":\"delay\",\"seconds\":30,\"match\":{\"path\":\"/leg\"}}"), TestContext.Current.CancellationToken);
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => trunk.Web.At("/leg").Count == 4);
        Assert.Equal(["0", "1", "2", "3"], trunk.Web.At("/leg").Select(asked => asked["SequenceNumber"]));
        Assert.Equal(TimeSpan.FromSeconds(30), trunk.Web.At("/leg")[2].At - trunk.Exchange.Find(agent)!.AnsweredAt);
    }

    // "15003: Call Progress: Warning Response to Callback URL: your application returned a 4xx or 5xx HTTP response"
    [Fact]
    public async Task Status_AnsweredWithAnError_IsAWarningAndNoRetry()
    {
        var (trunk, call, _) = await Play(new { on = "status", what = "status-after", status = 500 });
        await using var _1 = trunk;
        Assert.Single(trunk.Web.At("/status"));
        Assert.Equal([15003], call.Warnings);
    }

    [Fact]
    public async Task Chance_OfOneHalf_IsTheSameForTheSameSeed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var trunk = await Trunk();
            await trunk.Http.PostAsync("/sim/faults", Json("{\"on\":\"webhook\",\"what\":\"duplicate\",\"chance\":0.5}"), TestContext.Current.CancellationToken);
            for (var i = 0; i < 8; i++)
                await trunk.Play();
            Assert.InRange(trunk.Web.At("/step").Count, 9, 15);
            runs.Add(string.Join('\n', trunk.Exchange.Log.After(0)));
        }
        Assert.Equal(runs[0], runs[1]);
    }

    private static async Task<string[]> Told(TrunkDriver trunk, PlacedCall call)
    {
        await trunk.Until(() => call.Rest.IsCompleted || call.Leg.HeldBack.All.IsCompleted);
        return (await call.Rest).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
