using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

/// <summary>"page, page_size, start, end, uri, first_page_uri, next_page_uri|null, previous_page_uri|null; PageSize 1–1000 (50), Page, PageToken; URIs relative"</summary>
public sealed class PagesTests
{
    private static async Task<TrunkDriver> Trunk(int queues)
    {
        var trunk = await TrunkDriver.Start(HelpLine.Answer);
        for (var i = 0; i < queues; i++)
            await trunk.Post("Queues.json", 201, ("FriendlyName", $"queue {i}"));
        return trunk;
    }

    private static Task<JsonNode> Follow(TrunkDriver trunk, JsonNode page, string uri) =>
        trunk.Get(((string)page[uri]!).Split($"Accounts/{TrunkDriver.Account}/")[1]);

    private static string[] Names(JsonNode page) => [.. page["queues"]!.AsArray().Select(queue => (string)queue!["friendly_name"]!)];

    [Fact]
    public async Task Pages_FollowEachOtherAndLeadBack()
    {
        await using var trunk = await Trunk(5);
        var first = await trunk.Get("Queues.json?PageSize=2");
        var second = await Follow(trunk, first, "next_page_uri");
        var third = await Follow(trunk, second, "next_page_uri");
        Assert.Equal(["queue 0", "queue 1", "queue 2", "queue 3", "queue 4"], [.. Names(first), .. Names(second), .. Names(third)]);
        Assert.Null(first["previous_page_uri"]);
        Assert.Null(third["next_page_uri"]);
        Assert.Equal((1, 2, 2, 3), ((int)second["page"]!, (int)second["page_size"]!, (int)second["start"]!, (int)second["end"]!));
        Assert.Contains("PageToken=PAQU", (string?)first["next_page_uri"], StringComparison.Ordinal);
        Assert.StartsWith($"/2010-04-01/Accounts/{TrunkDriver.Account}/Queues.json?PageSize=2&Page=1", (string?)first["next_page_uri"], StringComparison.Ordinal);
        Assert.Equal(Names(first), Names(await Follow(trunk, second, "previous_page_uri")));
        Assert.Equal(Names(first), Names(await Follow(trunk, third, "first_page_uri")));
    }

    [Fact]
    public async Task Pages_NeitherRepeatNorLoseWhatWasThere_WhenSomethingComesMeanwhile()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        async Task Dial(int last) => await trunk.Post(
            "Calls.json", 201, ("To", $"+1416555099{last}"), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"));
        for (var i = 0; i < 4; i++)
            await Dial(i);
        var first = await trunk.Get("Calls.json?PageSize=2&From=%2B14165550100");
        await Dial(8);
        var second = await Follow(trunk, first, "next_page_uri");
        string[] To(JsonNode page) => [.. page["calls"]!.AsArray().Select(call => (string)call!["to"]!)];
        Assert.Equal(["+14165550993", "+14165550992"], To(first));
        Assert.Equal(["+14165550991", "+14165550990"], To(second));
        Assert.Contains("From=%2B14165550100", (string?)second["uri"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnEmptyList_HasNoNeighbours()
    {
        await using var trunk = await Trunk(0);
        var page = await trunk.Get("Queues.json");
        Assert.Equal((0, 0, 50), ((int)page["start"]!, (int)page["end"]!, (int)page["page_size"]!));
        Assert.Null(page["next_page_uri"]);
    }

    [Theory]
    [InlineData("PageSize=0")]
    [InlineData("PageSize=1001")]
    [InlineData("PageSize=many")]
    [InlineData("Page=-1")]
    [InlineData("PageToken=next")]
    public async Task Page_WithABadValue_IsRefused(string query)
    {
        await using var trunk = await Trunk(1);
        Assert.Equal(20001, (int)(await trunk.Get("Queues.json?" + query, 400))["code"]!);
    }
}
