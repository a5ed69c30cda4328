using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

/// <summary>"POST /Calls default 1 CPS per account, the excess is *queued* (queue_time ms), not refused; inbound and Dial legs are not limited."</summary>
public sealed class CallRateTests
{
    private static Task<TrunkDriver> Trunk(double callsPerSecond = 1) =>
        TrunkDriver.Start(HelpLine.Answer, config => config["callsPerSecond"] = callsPerSecond);

    private static Task<System.Text.Json.Nodes.JsonNode> Dial(TrunkDriver trunk, string to) => trunk.Post(
        "Calls.json", 201, ("To", to), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"),
        ("StatusCallback", TrunkDriver.Service + "/leg"), ("StatusCallbackEvent", "initiated"));

    [Fact]
    public async Task Calls_FasterThanTheRate_AreQueuedAndStartInOrderASecondApart()
    {
        await using var trunk = await Trunk();
        var began = trunk.Clock.GetUtcNow();
        var numbers = new[] { "+14165550991", "+14165550992", "+14165550993" };
        var queueTimes = new List<string?>();
        foreach (var number in numbers)
        {
            var made = await Dial(trunk, number);
            Assert.Equal("queued", (string?)made["status"]);
            queueTimes.Add((string?)made["queue_time"]);
        }
        Assert.Equal(["0", "1000", "2000"], queueTimes);
        Assert.Equal(2, (await trunk.Get("Calls.json?Status=queued"))["calls"]!.AsArray().Count);
        await trunk.Until(() => trunk.Web.At("/leg").Count == 3);
        Assert.Equal(numbers, trunk.Web.At("/leg").Select(asked => asked["To"]));
        Assert.Equal([0, 1, 2], trunk.Web.At("/leg").Select(asked => (asked.At - began).TotalSeconds));
    }

    [Fact]
    public async Task Call_CanceledInLine_IsNeverDialledAndLetsTheNextOneThrough()
    {
        await using var trunk = await Trunk(0.1);
        await Dial(trunk, "+14165550991");
        var second = (string)(await Dial(trunk, "+14165550992"))["sid"]!;
        await Dial(trunk, "+14165550993");
        await trunk.Post($"Calls/{second}.json", 200, ("Status", "canceled"));
        await trunk.Until(() => trunk.Web.At("/leg").Count == 2);
        Assert.Equal(["+14165550991", "+14165550993"], trunk.Web.At("/leg").Select(asked => asked["To"]));
        Assert.Equal("canceled", (string?)(await trunk.Get($"Calls/{second}.json"))["status"]);
        Assert.Equal(10, (trunk.Web.At("/leg")[1].At - trunk.Web.At("/leg")[0].At).TotalSeconds);
    }

    [Fact]
    public async Task Calls_WithoutALimit_StartAtOnce()
    {
        await using var trunk = await Trunk(0);
        for (var i = 0; i < 5; i++)
            Assert.Equal("0", (string?)(await Dial(trunk, $"+1416555099{i}"))["queue_time"]);
        await trunk.Time.WhenIdle();
        Assert.Equal(5, trunk.Web.At("/leg").Count);
    }

    [Fact]
    public async Task Calls_AfterAPause_AreNotQueued()
    {
        await using var trunk = await Trunk();
        await Dial(trunk, "+14165550991");
        await trunk.Pass(0.4);
        Assert.Equal("600", (string?)(await Dial(trunk, "+14165550992"))["queue_time"]);
        await trunk.Pass(10);
        Assert.Equal("0", (string?)(await Dial(trunk, "+14165550993"))["queue_time"]);
    }

    // "Twilio will reject requests to place calls that will not be placed within 24 hours."
    [Fact]
    public async Task Call_ThatWouldWaitForMoreThanADay_IsRefused()
    {
        await using var trunk = await Trunk(0.00001);
        await Dial(trunk, "+14165550991");
        Assert.Equal(22005, (int)(await trunk.Post("Calls.json", 400, ("To", "+14165550992"), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent")))["code"]!);
    }

    // Each waits on its own clock, which a fast call skips.
    [Fact]
    public async Task Calls_WhileAFastCallIsLive_SkipTheLineInOrder()
    {
        await using var trunk = await Trunk();
        await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, fast = true });
        await trunk.Until(() => trunk.Web.At("/wait").Count > 0);
        var began = trunk.Clock.GetUtcNow();
        foreach (var last in new[] { 1, 2, 3 })
            await Dial(trunk, $"+1416555099{last}");
        await trunk.Time.WhenIdle();
        Assert.Equal(["+14165550991", "+14165550992", "+14165550993"], trunk.Web.At("/leg").Select(asked => asked["To"]));
        Assert.Equal(began, trunk.Clock.GetUtcNow());
    }
}
