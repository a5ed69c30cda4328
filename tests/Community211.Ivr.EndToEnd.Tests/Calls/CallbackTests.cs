using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.EndToEnd.Tests.Drivers;

namespace Community211.Ivr.EndToEnd.Tests.Calls;

/// <summary>Callers who ask to be called back, over the wire: the agent is there first, and whoever answers hears nothing of us before key 1.</summary>
public sealed class CallbackTests
{
    private const string Caller = "+14165550147";

    private static readonly (string, string)[] Quick = [("Calls__RingSeconds", "10"), ("Calls__AwaySeconds", "1"), ("Calls__WrapUpSeconds", "0")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Caller_WhoBooksACallback_TalksWithTheAgentWhoWasThereFirst(bool killed)
    {
        using var flows = Offering();
        await using var service = await Started(flows);
        var sid = await Book(service, new { answer = "agent", ringFor = 1, acceptAfter = 1, dropAfter = 2 });
        if (killed)
            await service.KillAndRestart();

        await service.Everybody(new { answer = "agent", ringFor = 1, acceptAfter = 1 });

        var story = await Ended(service, sid);
        Assert.Equal("caller", story.GetProperty("endedBy").GetString());
        Assert.Contains(Why(story), why => why.StartsWith("Talking with", StringComparison.Ordinal));
        await service.EveryLegIsOver();
    }

    [Fact]
    public async Task Caller_WhoseCallbackMeetsVoicemail_IsCalledNothingAndTheAgentIsFree()
    {
        using var flows = Offering();
        await using var service = await Started(flows);
        var sid = await Book(service, new { answer = "mailbox" });

        await service.Everybody(new { answer = "agent", ringFor = 1, acceptAfter = 1 });

        await Patience.Until(async () => Why(await service.Admin($"calls/{sid}")), all => all.Any(w => w.StartsWith("The caller was not reached at attempt 1", StringComparison.Ordinal)), "That nobody was reached");
        var called = (await service.Trunk.Legs()).Single(l => l.GetProperty("to").GetString() == Caller).GetProperty("callSid").GetString();
        var heard = (await service.Trunk.Log()).Where(e => e.TryGetProperty("callSid", out var leg) && leg.GetString() == called).Select(e => e.ToString()).Where(e => e.Contains("asked to be called back", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(heard);
        Assert.DoesNotContain(heard, said => said.Contains("2-1-1", StringComparison.Ordinal));
        Assert.Equal("waiting", (await service.Admin($"calls/{sid}")).GetProperty("phase").GetString());
        Assert.Single(await service.Line());
        await service.EveryLegIsOver();
    }

    /// <summary>Calls while nobody answers, presses each key as soon as it is asked for, and hangs up after the goodbye; who answers the number afterwards is given.</summary>
    private static async Task<string> Book(ServiceUnderTest service, object answers)
    {
        await service.NobodyAnswers();
        await service.Open("callback-hours");
        await service.Trunk.Person(Caller, answers);
        (string Hear, string Press)[] talk =
            [("2-1-1", "0"), ("For food", "2"), ("To be called back", "1"), ("The number is: 4 1 6, 5 5 5, 0 1 4 7", "1"), ("Is it safe", "1"), ("leave a message", "1")];
        var script = new JsonArray([.. talk.SelectMany(t => (JsonNode[])[new JsonObject { ["hear"] = t.Hear }, new JsonObject { ["press"] = t.Press }])]);
        var call = await service.Trunk.Call(Caller, ("script", script));
        Assert.Equal("service", (await call.Heard("ended")).GetProperty("by").GetString());
        Assert.Contains(call.Of("hears"), e => e.GetProperty("text").GetString() == "We will call you back. Goodbye.");
        return call.Sid;
    }

    private static Task<ServiceUnderTest> Started(EditedFlows flows) => ServiceUnderTest.Started([.. Quick, flows.Setting]);

    /// <summary>Callbacks at any hour, as soon as staff open them.</summary>
    private static EditedFlows Offering()
    {
        var flows = new EditedFlows();
        flows.Edit("queues.yaml", "quiet: \"21:00-09:00\"", "quiet: none");
        flows.Edit("calendars.yaml", "weekly: { monday-friday: [\"09:00-20:00\"], saturday: [\"10:00-16:00\"], sunday: [] }\n    holidays: { ontario: [] }", "weekly: { monday-sunday: [\"00:00-24:00\"] }\n    holidays: none");
        flows.Edit("ontario.calls.yaml", "    when: \"2026-11-24 23:30\"\n    to: toronto\n    open: [callback-hours]\n", "    when: \"2026-11-24 23:30\"\n    to: toronto\n");
        return flows;
    }

    private static async Task<JsonElement> Ended(ServiceUnderTest service, string sid)
    {
        await Patience.Until(async () => (await service.Admin($"calls/{sid}")).GetProperty("phase").GetString(), phase => phase == "ended", "The end of the call");
        return await service.Admin($"calls/{sid}");
    }

    private static List<string> Why(JsonElement story) =>
        [.. story.GetProperty("facts").EnumerateArray().SelectMany(f => f.GetProperty("why").EnumerateArray()).Select(w => w.GetString()!)];
}
