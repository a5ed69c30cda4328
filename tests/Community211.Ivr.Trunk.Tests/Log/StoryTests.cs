using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Tests.Drivers;

namespace Community211.Ivr.Trunk.Tests.Log;

public sealed class StoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<(TrunkDriver Trunk, PlacedCall Call, string Agent)> Connected()
    {
        var trunk = await TrunkDriver.Start(HelpLine.Answer);
        var call = await trunk.Place(new { from = "+14165550123", to = TrunkDriver.Number, talk = 30, faults = new[] { new { on = "webhook", what = "duplicate", times = 1 } } });
        var (_, agent) = await HelpLine.Connect(trunk, call);
        await trunk.Until(() => call.Leg.IsOver && trunk.Web.At("/leg").Count == 4);
        return (trunk, call, agent);
    }

    [Fact]
    public async Task Story_OfACall_TellsWhoDidWhatInOrderAndTheOtherLegBelow()
    {
        var (trunk, call, agent) = await Connected();
        await using var _ = trunk;
        var story = await trunk.Http.GetStringAsync($"/sim/calls/{call.Sid}/story", Token);
        var lines = story.Split('\n');
        Assert.Equal($"{call.Sid}  +14165550123 to {TrunkDriver.Number}", lines[0].TrimEnd());
        Assert.Matches(@"^2026-11-03 14:00:00 UTC: completed after \d+ s, ended by the caller\. \d+ webhooks, 2 REST requests, 1 fault\.$", lines[1].TrimEnd());
        string[] inOrder =
        [
            "caller   dials " + TrunkDriver.Number, "fault    webhook duplicate", "carrier  POST /inbound: 200", "service  answers",
            "carrier  runs <Gather numDigits=\"1\" timeout=\"4\" action=\"/key\">", "caller   hears [en-US] \"Welcome to 2-1-1.\"", "carrier  runs <Redirect>",
            "caller   is in line help, place 1", "service  REST POST /Calls.json To=" + HelpLine.Agent, "service  REST POST /Queues/", "carrier  POST /after (QueueResult=redirected): 204",
            "caller   leaves line help: redirected", "<Conference endConferenceOnExit=\"true\" participantLabel=\"caller\"",
            "caller   comes into room v-1", "caller   talks with " + HelpLine.Agent, "caller   ends it: completed", "carrier  POST /status (CallStatus=completed): 204",
            $"    {agent}  {TrunkDriver.Number} to {HelpLine.Agent}, dialled by the service", "agent    is rung up", "agent    answers", "agent    presses 1", "caller   ends it: completed",
        ];
        var at = 0;
        foreach (var words in inOrder)
        {
            var found = story.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{words}' comes too late or never in:\n{story}");
            at = found;
        }
        Assert.DoesNotContain("<Response>", story, StringComparison.Ordinal);
        Assert.Contains("| <Response>", await trunk.Http.GetStringAsync($"/sim/calls/{call.Sid}/story?documents=true", Token), StringComparison.Ordinal);
        Assert.Equal(story, await trunk.Http.GetStringAsync($"/sim/log?format=text&call={call.Sid}", Token));
    }

    [Fact]
    public async Task Log_AsText_ListsTheCallsAndWhatBelongsToNone()
    {
        var (trunk, call, _) = await Connected();
        await using var _1 = trunk;
        await trunk.Get("IncomingPhoneNumbers.json");
        var text = await trunk.Http.GetStringAsync("/sim/log?format=text", Token);
        Assert.StartsWith("1 call, 1 leg dialled by the service, 3 REST requests, 0 warnings, 1 fault.", text, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^  2026-11-03 14:00:00  {call.Sid}  \+14165550123      \+14165550100 +\d+ s  caller    1 fault\r?$", text);
        Assert.Contains("REST GET /IncomingPhoneNumbers.json: 200", text, StringComparison.Ordinal);
        Assert.DoesNotContain("REST POST", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_OfADocumentThatCameByRest_HoldsIt()
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        var sid = (string)(await trunk.Post("Calls.json", 201, ("To", HelpLine.Agent), ("From", TrunkDriver.Number), ("Twiml", "<Response><Say>Hello.</Say></Response>")))["sid"]!;
        await trunk.Until(() => trunk.Exchange.Find(sid)!.IsOver);
        var story = await trunk.Http.GetStringAsync($"/sim/calls/{sid}/story?documents=true", Token);
        Assert.Contains("carrier  takes the document that came with the request", story, StringComparison.Ordinal);
        Assert.Contains("|   <Say>Hello.</Say>", story, StringComparison.Ordinal);
        Assert.Contains("agent    hears [en-US] \"Hello.\"", story, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sim/calls/CA0/story", 404, "no call CA0")]
    [InlineData("/sim/log?format=xml", 400, "json or text")]
    [InlineData("/sim/log?format=text&call=CA0", 404, "no call CA0")]
    public async Task Story_AskedWrongly_SaysWhatToDo(string path, int status, string words)
    {
        await using var trunk = await TrunkDriver.Start(_ => null);
        var answer = await trunk.Http.GetAsync(path, Token);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["error"], StringComparison.Ordinal);
    }

    // "legs, documents, verbs, requests with timing, warnings with Twilio's codes"
    [Fact]
    public async Task Log_OfACall_HoldsDocumentsVerbsRequestsAndWarnings()
    {
        await using var trunk = await TrunkDriver.Start(asked => asked.Path == "/inbound" ? "<Say colour=\"red\">Hello.</Say><Dial timeout=\"20\"><Number>+14165550777</Number></Dial>" : null);
        var call = await trunk.Play(new { to = TrunkDriver.Number, talk = 1 });
        var document = call.Of("webhook")[0];
        Assert.Contains("<Say colour=\"red\">Hello.</Say>", (string?)document["twiml"], StringComparison.Ordinal);
        Assert.Equal([0.0, 1.0], [(double)document["ms"]!, (double)document["attempt"]!]);
        Assert.Equal(["Say", "Dial"], call.Of("verb").Select(told => (string?)told["verb"]));
        Assert.Equal("{\"timeout\":\"20\"}", call.Of("verb")[1]["attributes"]!.ToJsonString());
        Assert.Equal("+14165550777", (string?)call.Of("verb")[1]["nouns"]![0]!["text"]);
        Assert.Equal([12200], call.Warnings);
        var child = trunk.Exchange.Legs[1];
        Assert.Contains(child.Story.Lines, line => line.Contains("\"ringing\"", StringComparison.Ordinal));
        Assert.Contains($"\"parent\":\"{call.Sid}\"", child.Story.Lines[0], StringComparison.Ordinal);
    }
}
