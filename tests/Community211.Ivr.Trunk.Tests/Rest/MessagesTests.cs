using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class MessagesTests
{
    private const string To = "+14165550123";
    private const string Reports = TrunkDriver.Service + "/text";

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(_ => null);

    private static Task<JsonNode> Send(TrunkDriver trunk, params (string, string)[] more) =>
        trunk.Post("Messages.json", 201, [("To", To), ("From", TrunkDriver.Number), ("Body", "Shelter: 100 Main St, doors at 7."), .. more]);

    [Fact]
    public async Task Message_IsQueuedSentAndDelivered_AndEachIsReportedSigned()
    {
        await using var trunk = await Trunk();
        var made = await Send(trunk, ("StatusCallback", Reports));
        Assert.Equal("queued", (string?)made["status"]);
        Assert.Equal("1", (string?)made["num_segments"]);
        Assert.Null(made["date_sent"]);
        var path = $"Messages/{made["sid"]}.json";
        await trunk.Until(() => trunk.Web.At("/text").Count == 3);
        Assert.Equal(["queued", "sent", "delivered"], trunk.Web.At("/text").Select(asked => asked["MessageStatus"]));
        var last = trunk.Web.At("/text")[^1];
        Assert.Equal((string?)made["sid"], last["MessageSid"]);
        Assert.Equal((string?)made["sid"], last["SmsSid"]);
        Assert.Equal("delivered", last["SmsStatus"]);
        Assert.Equal(Signature.Of(TrunkDriver.Token, last.Url.OriginalString, new Form(last.Form)), last.Headers["X-Twilio-Signature"]);
        Assert.Equal("delivered", (string?)(await trunk.Get(path))["status"]);
    }

    [Fact]
    public async Task Message_IsReadBehindItsNumberAndInTheLog()
    {
        await using var trunk = await Trunk();
        await Send(trunk);
        await Send(trunk, ("To", "+14165550124"), ("Body", "Autre numéro"));
        var read = JsonNode.Parse(await trunk.Http.GetStringAsync("/sim/messages?to=%2B14165550124", TestContext.Current.CancellationToken))!["messages"]!.AsArray();
        Assert.Equal("Autre numéro", (string?)Assert.Single(read)!["body"]);
        var log = await trunk.Http.GetStringAsync("/sim/log", TestContext.Current.CancellationToken);
        Assert.Contains("\"kind\":\"sms\"", log, StringComparison.Ordinal);
        Assert.Contains("Shelter: 100 Main St", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ToANumberThatFails_IsUndelivered()
    {
        await using var trunk = await Trunk();
        await trunk.Http.PutAsJsonAsync("/sim/people/" + To, new { answer = "failed" }, TestContext.Current.CancellationToken);
        var made = await Send(trunk, ("StatusCallback", Reports));
        await trunk.Until(() => trunk.Web.At("/text").Count == 3);
        Assert.Equal("undelivered", trunk.Web.At("/text")[^1]["MessageStatus"]);
        Assert.Equal("30003", trunk.Web.At("/text")[^1]["ErrorCode"]);
        Assert.Equal(30003, (int)(await trunk.Get($"Messages/{made["sid"]}.json"))["error_code"]!);
    }

    // "redact SMS by POST Body=''"
    [Fact]
    public async Task Body_IsBlankedOnlyOnceTheMessageArrived_AndThenDeleted()
    {
        await using var trunk = await Trunk();
        var path = $"Messages/{(await Send(trunk))["sid"]}.json";
        Assert.Equal(20009, (int)(await trunk.Post(path, 400, ("Body", "")))["code"]!);
        Assert.Equal(409, (int)(await trunk.Rest(HttpMethod.Delete, path)).StatusCode);
        await trunk.Pass(5);
        Assert.Equal(20001, (int)(await trunk.Post(path, 400, ("Body", "Other words")))["code"]!);
        Assert.Equal("", (string?)(await trunk.Post(path, 200, ("Body", "")))["body"]);
        Assert.Equal(204, (int)(await trunk.Rest(HttpMethod.Delete, path)).StatusCode);
        await trunk.Get(path, 404);
    }

    [Fact]
    public async Task Message_ScheduledAndCanceled_IsNeverSent()
    {
        await using var trunk = await Trunk();
        var service = "MG" + new string('0', 32);
        (string, string)[] later = [("To", To), ("MessagingServiceSid", service), ("Body", "Tomorrow"), ("ScheduleType", "fixed"), ("SendAt", "2026-11-03T15:00:00Z"), ("StatusCallback", Reports)];
        var first = await trunk.Post("Messages.json", 201, later);
        Assert.Equal("scheduled", (string?)first["status"]);
        Assert.Null(first["from"]);
        await trunk.Post("Messages.json", 201, later);
        Assert.Equal("canceled", (string?)(await trunk.Post($"Messages/{first["sid"]}.json", 200, ("Status", "canceled")))["status"]);
        await trunk.Until(() => trunk.Web.At("/text").Count == 4);
        Assert.Equal(["canceled", "queued", "sent", "delivered"], trunk.Web.At("/text").Select(asked => asked["MessageStatus"]));
        Assert.Equal(30409, (int)(await trunk.Post($"Messages/{first["sid"]}.json", 409, ("Status", "canceled")))["code"]!);
    }

    [Theory]
    [InlineData("To", "", 21604)]
    [InlineData("To", "211", 21211)]
    [InlineData("From", "", 21603)]
    [InlineData("From", "+14165550777", 21606)]
    [InlineData("Body", "", 21602)]
    [InlineData("MediaUrl", "picture", 21620)]
    [InlineData("StatusCallback", "/text", 21205)]
    [InlineData("MessagingServiceSid", "MG1", 21705)]
    [InlineData("ScheduleType", "soon", 20001)]
    public async Task Create_WithABadValue_IsRefused(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        var form = new[] { ("To", To), ("From", TrunkDriver.Number), ("Body", "Words") }.Where(field => field.Item1 != name).Append((name, value)).ToArray();
        Assert.Equal(code, (int)(await trunk.Post("Messages.json", 400, form))["code"]!);
        Assert.Empty((await trunk.Get("Messages.json"))["messages"]!.AsArray());
    }

    [Fact]
    public async Task Body_HasALimitAndTravelsInSegments()
    {
        await using var trunk = await Trunk();
        Assert.Equal(21617, (int)(await trunk.Post("Messages.json", 400, ("To", To), ("From", TrunkDriver.Number), ("Body", new string('x', 1601))))["code"]!);
        Assert.Equal("2", (string?)(await Send(trunk, ("Body", new string('x', 161))))["num_segments"]);
        Assert.Equal("2", (string?)(await Send(trunk, ("Body", new string('ê', 71))))["num_segments"]);
        var media = await Send(trunk, ("MediaUrl", "https://media.test/map.png"));
        Assert.StartsWith("MM", (string?)media["sid"], StringComparison.Ordinal);
        Assert.Equal("1", (string?)media["num_media"]);
    }

    [Fact]
    public async Task List_IsFiltered()
    {
        await using var trunk = await Trunk();
        await Send(trunk);
        await Send(trunk, ("To", "+14165550124"));
        async Task<int> Count(string filter) => (await trunk.Get("Messages.json?" + filter))["messages"]!.AsArray().Count;
        Assert.Equal(1, await Count("To=%2B14165550124"));
        Assert.Equal(2, await Count("From=%2B14165550100"));
        Assert.Equal(0, await Count("From=%2B14165550124"));
        Assert.Equal(2, await Count("DateSent=2026-11-03"));
        Assert.Equal(0, await Count("DateSent%3E=2026-11-04"));
    }
}
