using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class QueuesTests
{
    // "queue.current_size, average_wait_time, max_size, member.position, wait_time are integers"
    [Fact]
    public async Task QueueAndMembers_ShowWhoWaitsInIntegers()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var first = await trunk.Place();
        var second = await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 2);
        await trunk.Pass(5);
        var queue = (await trunk.Get("Queues.json"))["queues"]!.AsArray().Single()!;
        Assert.Equal(2, (int)queue["current_size"]!);
        Assert.Equal(1000, (int)queue["max_size"]!);
        Assert.Equal(0, (int)queue["average_wait_time"]!);
        var path = $"Queues/{queue["sid"]}";
        Assert.Equal("help", (string?)(await trunk.Get(path + ".json"))["friendly_name"]);
        var members = (await trunk.Get(path + "/Members.json"))["queue_members"]!.AsArray();
        Assert.Equal([1, 2], members.Select(member => (int)member!["position"]!));
        Assert.Equal(5, (int)members[0]!["wait_time"]!);
        Assert.Equal(first.Sid, (string?)(await trunk.Get(path + "/Members/Front.json"))["call_sid"]);
        Assert.Equal(2, (int)(await trunk.Get($"{path}/Members/{second.Sid}.json"))["position"]!);
        Assert.Equal(5000, (int)(await trunk.Post(path + ".json", 200, ("MaxSize", "5000")))["max_size"]!);
        await trunk.Post(path + ".json", 400, ("MaxSize", "5001"));
    }

    [Fact]
    public async Task Dequeue_OfAChosenOne_TakesThatOneAndOnce()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Place();
        var second = await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 2);
        var path = $"Queues/{trunk.Exchange.Queues.Named("help").Sid}/Members/{second.Sid}.json";
        Assert.Equal(20001, (int)(await trunk.Post(path, 400))["code"]!);
        Assert.Equal(second.Sid, (string?)(await trunk.Post(path, 200, ("Url", TrunkDriver.Service + "/talked")))["call_sid"]);
        Assert.Equal(20404, (int)(await trunk.Post(path, 404, ("Url", TrunkDriver.Service + "/talked")))["code"]!);
        await trunk.Until(() => second.Leg.IsOver);
        Assert.Equal(second.Sid, Assert.Single(trunk.Web.At("/talked"))["CallSid"]);
        Assert.Single(trunk.Exchange.Queues.Named("help").Members);
    }

    [Fact]
    public async Task Dequeue_OfTheFront_TakesTheFirst()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var first = await trunk.Place();
        await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 2);
        var path = $"Queues/{trunk.Exchange.Queues.Named("help").Sid}/Members/Front.json";
        Assert.Equal(first.Sid, (string?)(await trunk.Post(path, 200, ("Url", TrunkDriver.Service + "/talked"), ("Method", "GET")))["call_sid"]);
        await trunk.Until(() => first.Leg.IsOver);
        Assert.Equal("GET", Assert.Single(trunk.Web.At("/talked")).Method);
        Assert.Equal(20001, (int)(await trunk.Post(path, 400, ("Url", TrunkDriver.Service + "/talked"), ("Method", "PUT")))["code"]!);
        Assert.Equal(21205, (int)(await trunk.Post(path, 400, ("Url", "/talked")))["code"]!);
    }

    [Fact]
    public async Task Queue_Unknown_IsNotFound()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Get("Queues/QU0.json", 404);
        await trunk.Get("Queues/QU0/Members.json", 404);
        await trunk.Get($"Queues/{trunk.Exchange.Queues.Named("empty").Sid}/Members/Front.json", 404);
    }

    [Fact]
    public async Task Queue_IsMadeChangedAndDeleted()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var made = await trunk.Post("Queues.json", 201, ("FriendlyName", "one"), ("MaxSize", "20"));
        Assert.Equal(20, (int)made["max_size"]!);
        var path = $"Queues/{made["sid"]}.json";
        Assert.Equal(22003, (int)(await trunk.Post("Queues.json", 400, ("FriendlyName", "one")))["code"]!);
        await trunk.Post("Queues.json", 201, ("FriendlyName", "two"));
        Assert.Equal(22003, (int)(await trunk.Post(path, 400, ("FriendlyName", "two")))["code"]!);
        Assert.Equal("three", (string?)(await trunk.Post(path, 200, ("FriendlyName", "three")))["friendly_name"]);
        Assert.Equal(20001, (int)(await trunk.Post("Queues.json", 400, ("FriendlyName", new string('x', 65))))["code"]!);
        Assert.Equal(20001, (int)(await trunk.Post("Queues.json", 400, ("MaxSize", "20")))["code"]!);
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, path)).StatusCode);
        await trunk.Get(path, 404);
    }

    [Fact]
    public async Task Queue_WithCallersInIt_IsNeitherDeletedNorMadeTooSmall()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Place();
        await trunk.Place();
        await trunk.Until(() => trunk.Exchange.Queues.Named("help").Members.Count == 2);
        var path = $"Queues/{trunk.Exchange.Queues.Named("help").Sid}.json";
        Assert.Equal(22001, (int)(await trunk.RestJson(HttpMethod.Delete, path, 400))["code"]!);
        Assert.Equal(22002, (int)(await trunk.Post(path, 400, ("MaxSize", "1")))["code"]!);
        Assert.Equal(2, (int)(await trunk.Post(path, 200, ("MaxSize", "2")))["max_size"]!);
    }
}
