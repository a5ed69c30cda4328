using System.Net.Http.Headers;
using System.Text;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Rest;

public sealed class CallsTests
{
    private const string To = "+14165550999";

    private static (string, string)[] Order(params (string, string)[] more) =>
        [("To", To), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"), .. more];

    private static Task<TrunkDriver> Trunk() => TrunkDriver.Start(HelpLine.Answer);

    [Theory]
    [InlineData("AC00000000000000000000000000000211", "wrong", 401, 20003)]
    [InlineData("AC00000000000000000000000000000999", "12345", 401, 20003)]
    public async Task Access_WithWrongCredentials_IsRefused(string account, string token, int status, int code)
    {
        await using var trunk = await Trunk();
        var message = new HttpRequestMessage(HttpMethod.Get, $"/2010-04-01/Accounts/{account}/Calls.json");
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{token}")));
        var answer = await trunk.Http.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        var body = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(code, (int)body["code"]!);
        Assert.Equal(status, (int)body["status"]!);
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", (string?)body["more_info"]);
    }

    [Fact]
    public async Task Access_ToAnotherAccount_IsNotFound()
    {
        await using var trunk = await Trunk();
        Assert.Equal(20404, (int)(await trunk.Get("../AC00000000000000000000000000000999/Calls.json", 404))["code"]!);
        Assert.Equal(20404, (int)(await trunk.Get("Nothing.json", 404))["code"]!);
    }

    // "call.duration, price are *strings*"; "dates in GMT `+0000`"
    [Fact]
    public async Task Call_HasTheTypesOfTheDescription()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("Calls.json", 201, Order());
        var sid = (string)made["sid"]!;
        Assert.Matches("^CA[0-9a-f]{32}$", sid);
        Assert.Equal("outbound-api", (string?)made["direction"]);
        Assert.Null(made["duration"]);
        Assert.Equal("Tue, 03 Nov 2026 14:00:00 +0000", (string?)made["date_created"]);
        await trunk.Until(() => trunk.Exchange.Find(sid)!.AnsweredAt is not null);
        await trunk.Pass(60);
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "completed"));
        await trunk.Time.WhenIdle();
        var ended = await trunk.Get($"Calls/{sid}.json");
        Assert.Equal("completed", (string?)ended["status"]);
        Assert.InRange(int.Parse((string)ended["duration"]!, System.Globalization.CultureInfo.InvariantCulture), 55, 65);
        Assert.EndsWith("+0000", (string?)ended["end_time"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To", "911", 21211)]
    [InlineData("To", "+1988", 21211)]
    [InlineData("To", "211", 21211)]
    [InlineData("To", "nobody", 21211)]
    [InlineData("From", "211", 21212)]
    [InlineData("Url", "ftp://nowhere", 21205)]
    [InlineData("Url", "/relative", 21205)]
    [InlineData("Timeout", "0", 20001)]
    [InlineData("Timeout", "many", 20001)]
    [InlineData("StatusCallbackEvent", "exploded", 21626)]
    [InlineData("Method", "PATCH", 20001)]
    public async Task Create_WithABadParameter_IsRefusedWithItsCode(string name, string value, int code)
    {
        await using var trunk = await Trunk();
        var form = Order().Where(field => field.Item1 != name).Append((name, value)).ToArray();
        Assert.Equal(code, (int)(await trunk.Post("Calls.json", 400, form))["code"]!);
        Assert.Empty(trunk.Exchange.Legs);
    }

    [Fact]
    public async Task Create_WithTwiml_RunsIt()
    {
        await using var trunk = await Trunk();
        var made = await trunk.Post("Calls.json", 201, ("To", To), ("From", TrunkDriver.Number), ("Twiml", "<Response><Say>Hello.</Say></Response>"));
        var leg = trunk.Exchange.Find((string)made["sid"]!)!;
        await trunk.Until(() => leg.IsOver);
        Assert.Contains(leg.Story.Lines, line => line.Contains("Hello.", StringComparison.Ordinal));
        Assert.Equal(32018, (int)(await trunk.Post("Calls.json", 400, ("To", To), ("From", TrunkDriver.Number), ("Twiml", new string('x', 4001))))["code"]!);
    }

    // 21220 "call not in-progress"
    [Fact]
    public async Task Update_OfAnEndedCall_Is21220()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order()))["sid"]!;
        await trunk.Post($"Calls/{sid}.json", 200, ("Status", "canceled"));
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.Equal("canceled", (string?)(await trunk.Get($"Calls/{sid}.json"))["status"]);
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{sid}.json", 400, ("Status", "completed")))["code"]!);
        Assert.Equal(21220, (int)(await trunk.Post($"Calls/{sid}.json", 400, ("Url", TrunkDriver.Service + "/other")))["code"]!);
        Assert.Equal(20404, (int)(await trunk.Post("Calls/CA0.json", 404, ("Status", "completed")))["code"]!);
    }

    [Fact]
    public async Task TimeLimit_EndsTheLeg()
    {
        await using var trunk = await Trunk();
        var sid = (string)(await trunk.Post("Calls.json", 201, Order(("TimeLimit", "90"))))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        Assert.Equal(90, trunk.Exchange.Find(sid)!.Duration.TotalSeconds, 1);
    }

    // "page, page_size, start, end, uri, first_page_uri, next_page_uri|null, previous_page_uri|null"
    [Fact]
    public async Task List_IsPagedAndFiltered()
    {
        await using var trunk = await Trunk();
        for (var i = 0; i < 5; i++)
            await trunk.Post("Calls.json", 201, Order());
        await trunk.Post("Calls.json", 201, ("To", "+14165550998"), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"));
        var seen = new List<string>();
        var page = await trunk.Get("Calls.json?PageSize=2&To=%2B14165550999");
        Assert.Equal(1, (int)page["end"]!);
        Assert.Null(page["previous_page_uri"]);
        while (true)
        {
            seen.AddRange(page["calls"]!.AsArray().Select(call => (string)call!["sid"]!));
            if ((string?)page["next_page_uri"] is not { } next)
                break;
            page = await trunk.Get(next.Split($"Accounts/{TrunkDriver.Account}/")[1]);
        }
        Assert.Equal(5, seen.Distinct().Count());
        Assert.Empty((await trunk.Get("Calls.json?StartTime%3E=2026-11-04"))["calls"]!.AsArray());
        Assert.Equal(6, (await trunk.Get("Calls.json?StartTime=2026-11-03"))["calls"]!.AsArray().Count);
        await trunk.Get("Calls.json?StartTime=never", 400);
    }

    // "Calls update on a call in a conference tears it out."
    [Fact]
    public async Task Update_OfACallInARoom_TearsItOut()
    {
        await using var trunk = await Trunk();
        var call = await trunk.Place();
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Of("talking").Count == 1);
        await trunk.Post($"Calls/{call.Sid}.json", 200, ("Url", TrunkDriver.Service + "/talked"));
        await trunk.Until(() => call.Leg.IsOver);
        Assert.Single(call.Of("left"));
        Assert.Equal("Thank you.", call.Heard[^1]);
        Assert.True(trunk.Exchange.Find(agent)!.IsOver);
    }
}
