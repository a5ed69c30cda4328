using System.Text.Json;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Staff;

/// <summary>The agent API over HTTP: what a desk shows and what its words do.</summary>
public sealed class AgentApiTests
{
    [Fact]
    public async Task Me_Available_ShowsWhoTheyAreAndThatNobodyWaits()
    {
        await using var shift = await Shift.Begun();
        var me = await shift.Me();
        Assert.Equal(("toronto-1", "toronto", "available"), (Text(me, "agent"), Text(me, "region"), Text(me, "state")));
        Assert.Equal(["en", "es"], me.GetProperty("languages").EnumerateArray().Select(l => l.GetString()));
        Assert.True(me.GetProperty("crisis").GetBoolean());
        Assert.Equal(0, me.GetProperty("queue").GetProperty("waiting").GetInt32());
        Assert.False(me.TryGetProperty("offer", out _));
    }

    [Fact]
    public async Task Me_Offered_ShowsTheCallerAndNoNumber()
    {
        await using var shift = await Shift.Offering();
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(12));
        var me = await shift.Me();
        var offer = me.GetProperty("offer");
        Assert.Equal(("offered", "general", "toronto", 12), (Text(me, "state"), Text(offer, "priority"), Text(offer, "region"), offer.GetProperty("waited").GetInt32()));
        Assert.Equal((1, 12), (me.GetProperty("queue").GetProperty("waiting").GetInt32(), me.GetProperty("queue").GetProperty("longestSeconds").GetInt32()));
        Assert.DoesNotContain("203", me.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Shift.Caller, me.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Me_Talking_ShowsTheCallWithTheNumberMasked()
    {
        await using var shift = await Shift.Talking();
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(61));
        var me = await shift.Me();
        var call = me.GetProperty("call");
        Assert.Equal((Shift.Caller, "toronto", "+1416203****"), (Text(call, "call"), Text(call, "region"), Text(call, "caller")));
        Assert.Equal((1, 61), (me.GetProperty("today").GetProperty("calls").GetInt32(), me.GetProperty("today").GetProperty("talkSeconds").GetInt32()));
    }

    [Fact]
    public async Task Accept_WhileItRings_WaitsForTheTelephone()
    {
        await using var shift = await Shift.Offering();
        var offer = await shift.Offer();
        var (status, me) = await shift.Post($"agent/offers/{offer}/accept");
        Assert.Equal((200, "offered", true), (status, Text(me, "state"), me.GetProperty("offer").GetProperty("accepted").GetBoolean()));

        await shift.Happens(new LegAsked(offer, Shift.Leg, null));

        Assert.Equal("joining", Text(await shift.Me(), "state"));
        Assert.Equal(CallerPhase.Connecting, (await shift.State()).Phase);
    }

    [Fact]
    public async Task Accept_Twice_IsOnce()
    {
        await using var shift = await Shift.Offering();
        var offer = await shift.Offer();
        await shift.Happens(new LegAsked(offer, Shift.Leg, null));
        Assert.Equal(200, (await shift.Post($"agent/offers/{offer}/accept")).Status);
        Assert.Equal(200, (await shift.Post($"agent/offers/{offer}/accept")).Status);
        Assert.Equal(1, (await shift.State()).Epoch);
        Assert.Single(await shift.Store.Facts(Shift.Caller, TestContext.Current.CancellationToken), f => f.Event.Contains("offer-accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decline_Offer_LeavesTheCallerInLine()
    {
        await using var shift = await Shift.Offering();
        var (status, me) = await shift.Post($"agent/offers/{await shift.Offer()}/decline");
        // toronto-1 is Toronto's only crisis agent: kept, and asked again after a breather.
        Assert.Equal((200, "available"), (status, Text(me, "state")));
        Assert.Equal(CallerPhase.Waiting, (await shift.State()).Phase);
        await shift.Match();
        Assert.NotEqual("toronto-1", (await shift.State()).Offers.Single().To);
    }

    [Fact]
    public async Task End_Talk_HangsTheTelephoneUpAndTheCallerGoesOn()
    {
        await using var shift = await Shift.Talking();
        var (status, me) = await shift.Post($"agent/calls/{Shift.Caller}/end");
        Assert.Equal((200, "wrap-up"), (status, Text(me, "state")));
        Assert.Contains(new HangUpLeg(Shift.Caller, Shift.Leg), await AllAsked(shift));
        Assert.Equal((CallerPhase.Flow, "survey"), ((await shift.State()).Phase, (await shift.State()).Flow.Step));
        Assert.Equal(404, (await shift.Post($"agent/calls/{Shift.Caller}/end")).Status);
    }

    [Fact]
    public async Task WrapUpDone_BeforeItsTime_IsAvailableAndTheTimerDoesNothing()
    {
        await using var shift = await Shift.Talking();
        await shift.Post($"agent/calls/{Shift.Caller}/end");
        Assert.Equal("available", Text((await shift.Set("agent/wrap-up/done")).Said, "state"));
        Assert.Equal((409, "There is no wrap-up to end."), Refusal(await shift.Set("agent/wrap-up/done")));
    }

    [Fact]
    public async Task Away_WithAReason_IsOfferedNobodyUntilAvailable()
    {
        await using var shift = await Shift.Begun();
        var (status, me) = await shift.Set("agent/away", reason: "break");
        Assert.Equal((200, "away", "break"), (status, Text(me, "state"), Text(me, "reason")));
        shift.Service.Clock.Advance(TimeSpan.FromHours(1));
        await shift.Service.Get<DueTimers>().RunOnce(TestContext.Current.CancellationToken);
        Assert.Equal("away", Text(await shift.Me(), "state"));
        Assert.Equal("available", Text((await shift.Set("agent/available")).Said, "state"));
    }

    [Fact]
    public async Task SignOut_ThenAPublication_StaysOutUntilTheySignIn()
    {
        await using var shift = await Shift.Begun();
        Assert.Equal("off", Text((await shift.Set("agent/sign-out")).Said, "state"));

        shift.Service.EditWelcome();
        Assert.Equal(0, (await shift.Service.Type("publish", "--who", "ana")).Code);
        await shift.Service.Look();

        Assert.Equal("off", Text(await shift.Me(), "state"));
        Assert.Equal("available", Text((await shift.Post("agent/sign-in")).Said, "state"));
        Assert.Equal("available", Text((await shift.Post("agent/sign-in")).Said, "state"));
    }

    [Fact]
    public async Task SignOut_WhileTalking_IsRefused()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal((409, "End the call first."), Refusal(await shift.Set("agent/sign-out")));
        Assert.Equal("talking", Text(await shift.Me(), "state"));
    }

    [Theory]
    [InlineData("agent/away", """{"version":99,"reason":"break"}""", 409, "The state has changed: it is at version")]
    [InlineData("agent/sign-out", """{"version":99}""", 409, "The state has changed: it is at version")]
    [InlineData("agent/sign-out", "{}", 400, "'version' is missing")]
    [InlineData("agent/sign-out", "[]", 400, "not understood as JSON")]
    [InlineData("agent/sign-out", "", 400, "not understood as JSON")]
    [InlineData("agent/away", """{"version":1}""", 400, "'reason' is missing")]
    [InlineData("agent/away", """{"version":1,"reason":" "}""", 400, "'reason' is missing")]
    [InlineData("agent/offers/nothing/accept", null, 404, "This offer is not with you")]
    [InlineData("agent/offers/nothing/decline", null, 404, "This offer is not with you")]
    [InlineData("agent/calls/CA9/end", null, 404, "This call is not with you")]
    public async Task Command_ThatCannotBe_SaysWhyAndChangesNothing(string path, string? body, int status, string sentence)
    {
        await using var shift = await Shift.Begun();
        var before = await shift.Version();
        var answer = Refusal(await shift.Post(path, body));
        Assert.Equal(status, answer.Status);
        Assert.Contains(sentence, answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, await shift.Version());
    }

    [Fact]
    public async Task Command_Stale_ShowsTheStateThatIs()
    {
        await using var shift = await Shift.Begun();
        var (status, said) = await shift.Post("agent/sign-out", """{"version":99}""");
        Assert.Equal((409, "available"), (status, Text(said.GetProperty("desk"), "state")));
    }

    [Fact]
    public async Task Command_AboutAnothersOfferOrCall_IsRefusedAndNothingHappens()
    {
        await using var shift = await Shift.Offering();
        var offer = await shift.Offer();
        Assert.Equal((403, "This offer is another agent's."), Refusal(await shift.Post($"agent/offers/{offer}/accept", agent: "toronto-2")));
        Assert.Equal((403, "This offer is another agent's."), Refusal(await shift.Post($"agent/offers/{offer}/decline", agent: "toronto-2")));
        Assert.Equal((403, "This call is another agent's."), Refusal(await shift.Post($"agent/calls/{Shift.Caller}/end", agent: "toronto-2")));
        Assert.Equal(offer, await shift.Offer());
    }

    [Fact]
    public async Task Events_OfAnOffer_AreHeardAtOnce()
    {
        await using var shift = await Shift.Begun();
        using var http = new HttpClient { BaseAddress = shift.Service.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await shift.Token("toronto-1"));
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri("agent/events", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("available", Text(await Next(stream), "state"));

        Assert.Equal(200, (await shift.Set("agent/away", reason: "break")).Status);

        Assert.Equal(("away", "break"), await Next(stream) is var desk ? (Text(desk, "state"), Text(desk, "reason")) : default);
    }

    private static async Task<JsonElement> Next(StreamReader stream)
    {
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return JsonSerializer.Deserialize<JsonElement>(line[6..]);
        }
        throw new InvalidOperationException("The stream ended.");
    }

    /// <summary>All requests to the carrier, one lane deep at a time.</summary>
    private static async Task<List<CarrierRequest>> AllAsked(Shift shift)
    {
        var all = new List<CarrierRequest>();
        while ((await shift.Store.OpenCommands(100, TestContext.Current.CancellationToken)).FirstOrDefault() is { } command)
        {
            all.Add(command.Request);
            await shift.Store.Commit(new CommitUnit { CommandDone = command.Key }, TestContext.Current.CancellationToken);
        }
        return all;
    }

    private static (int Status, string Sentence) Refusal((int Status, JsonElement Said) answer) => (answer.Status, Text(answer.Said, "error")!);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
