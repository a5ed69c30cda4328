using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Phone;

/// <summary>GET /sim/events and /sim/phone: what a page reads all the time.</summary>
public sealed class EventsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<StreamReader> Listen(TrunkDriver trunk, string query = "") =>
        new(await trunk.Http.GetStreamAsync("/sim/events" + query, Token));

    private static async Task<JsonNode> Next(StreamReader lines) => JsonNode.Parse((await lines.ReadLineAsync(Token))!)!;

    [Fact]
    public async Task Events_TellWhatComes_AndOnRequestWhatWas()
    {
        await using var trunk = await TrunkDriver.Start(_ => "<Hangup/>");
        using var first = await Listen(trunk);
        Assert.Equal((0, "listening"), ((int)(await Next(first))["n"]!, "listening"));
        var call = await trunk.Play();
        var dialled = await Next(first);
        Assert.Equal(("dialled", call.Sid, 1), ((string?)dialled["kind"], (string?)dialled["callSid"], (int)dialled["n"]!));

        using var again = await Listen(trunk, "?after=1");
        Assert.Equal(trunk.Exchange.Log.After(0).Count, (int)(await Next(again))["n"]!);
        Assert.Equal(2, (int)(await Next(again))["n"]!);

        // A number of another run of the trunk: everything is told.
        using var anew = await Listen(trunk, "?after=1000");
        await Next(anew);
        Assert.Equal(1, (int)(await Next(anew))["n"]!);
    }

    [Fact]
    public async Task Events_BeginWithTheStoriesOfLiveCalls()
    {
        await using var trunk = await TrunkDriver.Start(_ => "<Gather timeout=\"600\"/>");
        var over = await trunk.Place(TrunkDriver.Simple(hangUpAfter: 1));
        await trunk.Until(() => over.Leg.IsOver);
        var live = await trunk.Place();
        await trunk.Until(() => live.Of("gather").Count == 1);
        using var page = await Listen(trunk);
        await Next(page);
        foreach (var told in live.Events)
        {
            var line = await Next(page);
            Assert.Equal((live.Sid, (string?)told["kind"]), ((string?)line["callSid"], (string?)line["kind"]));
        }
    }

    [Fact]
    public async Task Page_ThatStaysAway_HasHungUp_AndOneThatComesBackHasNot()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        (await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { answer = "phone" }, Token)).EnsureSuccessStatusCode();
        var page = await Listen(trunk, "?answers=" + Uri.EscapeDataString(HelpLine.Agent));
        await Next(page);
        var made = await trunk.Post("Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/accept"));
        var leg = trunk.Exchange.Find((string)made["sid"]!)!;
        await trunk.Time.WhenIdle();
        await trunk.Http.PostAsJsonAsync($"/sim/calls/{leg.Sid}/act", new { answer = true }, Token);
        await trunk.Until(() => leg.Participant is not null);

        page.Dispose();
        await Gone(trunk);
        await trunk.Pass(9);
        page = await Listen(trunk, "?answers=" + Uri.EscapeDataString(HelpLine.Agent));
        await Next(page);
        await trunk.Pass(60);
        Assert.False(leg.IsOver);

        page.Dispose();
        await Gone(trunk);
        await trunk.Until(() => leg.IsOver, 11);
        Assert.Contains("\"by\":\"agent\"", leg.Story.Lines[^1] + leg.Story.Lines[^2], StringComparison.Ordinal);
    }

    // The server notices a closed connection by itself, a moment later.
    private static async Task Gone(TrunkDriver trunk)
    {
        while (await trunk.Time.Run(() => trunk.Exchange.Phones.Attended.Count) > 0)
            Token.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task Answers_WithANumberThatIsNone_AreRefusedWithWhatToDo()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var answer = await trunk.Http.GetAsync("/sim/events?answers=+14165550999", Token);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("%2B", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_ListsNumbersPhonesAndWhomTheServiceDialled()
    {
        await using var trunk = await TrunkDriver.Start(HelpLine.Answer);
        (await trunk.Http.PutAsJsonAsync("/sim/people/" + HelpLine.Agent, new { answer = "phone" }, Token)).EnsureSuccessStatusCode();
        foreach (var to in new[] { HelpLine.Agent, "+14165550998", HelpLine.Agent })
            await trunk.Post("Calls.json", 201, ("To", to), ("From", TrunkDriver.Number), ("Url", TrunkDriver.Service + "/agent"));
        var told = JsonNode.Parse(await trunk.Http.GetStringAsync("/sim/phone", Token))!;
        Assert.Equal("[{\"number\":\"+14165550100\",\"region\":\"toronto\"}]", told["numbers"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal([HelpLine.Agent, "+14165550998"], told["dialled"]!.AsArray().Select(number => (string?)number));
        Assert.Equal([HelpLine.Agent], told["phones"]!.AsArray().Select(number => (string?)number));
        Assert.Empty(told["attended"]!.AsArray());
    }
}
