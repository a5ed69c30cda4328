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
    public async Task Queue_Unknown_IsNotFound()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        await trunk.Get("Queues/QU0.json", 404);
        await trunk.Get("Queues/QU0/Members.json", 404);
        Assert.Equal(22003, (int)(await Twice(trunk))["code"]!);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Twice(TrunkDriver trunk)
    {
        await trunk.Post("Queues.json", 201, ("FriendlyName", "one"));
        return await trunk.Post("Queues.json", 400, ("FriendlyName", "one"));
    }
}
