using System.Text.Json;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Staff;

/// <summary>What supervisors see and do, for their own region only; and who is shown a number.</summary>
public sealed class SupervisorApiTests
{
    private const string Why = """{"reason":"the line broke off in mid-sentence"}""";

    [Fact]
    public async Task Floor_OfARegion_ShowsItsPeopleAndHowManyWaitElsewhere()
    {
        await using var shift = await Shift.Offering();
        var floor = (await Send(shift, HttpMethod.Get, "supervisor/floor")).Said;
        Assert.Equal(["toronto-1", "toronto-2", "toronto-3"], floor.GetProperty("agents").EnumerateArray().Select(a => a.GetProperty("id").GetString()));
        Assert.Equal(Shift.Caller, floor.GetProperty("callers")[0].GetProperty("call").GetString());
        Assert.Equal((1, 0), (floor.GetProperty("queues").GetProperty("toronto").GetProperty("waiting").GetInt32(), floor.GetProperty("queues").GetProperty("east").GetProperty("waiting").GetInt32()));
        Assert.DoesNotContain("203", floor.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, (await Send(shift, HttpMethod.Get, "supervisor/floor", region: "east")).Said.GetProperty("callers").GetArrayLength());
    }

    [Fact]
    public async Task Agent_SetByTheirSupervisor_SaysWhoDidIt()
    {
        await using var shift = await Shift.Begun();
        var body = $$"""{"version":{{await shift.Version("toronto-2")}},"reason":"lunch"}""";
        Assert.Equal(200, (await Send(shift, HttpMethod.Post, "supervisor/agents/toronto-2/away", body)).Status);
        var state = (await shift.Store.LoadAgent("toronto-2", TestContext.Current.CancellationToken))!.State;
        Assert.Equal(("lunch", "supervisor toronto"), (state.AwayReason, state.By));
    }

    [Theory]
    [InlineData("supervisor/agents/east-1/sign-out", """{"version":1}""", 403, "east-1 is an agent of east.")]
    [InlineData("supervisor/agents/toronto-11/sign-out", """{"version":1}""", 404, "Did you mean toronto-1?")]
    [InlineData("supervisor/agents/toronto-2/sign-out", """{"version":99}""", 409, "The state has changed")]
    [InlineData("supervisor/agents/toronto-2/sign-out", "{}", 400, "'version' is missing")]
    [InlineData("supervisor/calls/CA9/reveal", Why, 404, "No call CA9 is known.")]
    [InlineData("supervisor/calls/CA1/reveal", "{}", 400, "'reason' is missing or too short")]
    [InlineData("supervisor/calls/CA1/reveal", """{"reason":"because"}""", 400, "'reason' is missing or too short")]
    public async Task Command_ThatCannotBe_SaysWhy(string path, string body, int status, string sentence)
    {
        await using var shift = await Shift.Offering();
        var (was, said) = await Send(shift, HttpMethod.Post, path, body);
        Assert.Equal(status, was);
        Assert.Contains(sentence, said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(await shift.Store.Reveals(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reveal_ByTheAgentOnTheCall_ShowsTheNumberAndIsKept()
    {
        await using var shift = await Shift.Talking();
        var (status, said) = await shift.Post($"agent/calls/{Shift.Caller}/reveal", Why);
        Assert.Equal((200, "+14162030123"), (status, said.GetProperty("number").GetString()));
        var (_, audit) = await shift.Service.Send(HttpMethod.Get, "admin/audit");
        var kept = Assert.Single(audit.GetProperty("reveals").EnumerateArray());
        Assert.Equal(("toronto-1", Shift.Caller, "the line broke off in mid-sentence"), (kept.GetProperty("who").GetString(), kept.GetProperty("call").GetString(), kept.GetProperty("reason").GetString()));
        Assert.DoesNotContain("203", audit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reveal_ByAnAgentWhoIsNotOnTheCall_IsRefused()
    {
        await using var shift = await Shift.Offering();
        Assert.Equal(403, (await shift.Post($"agent/calls/{Shift.Caller}/reveal", Why)).Status);
        Assert.Equal(403, (await shift.Post($"agent/calls/{Shift.Caller}/reveal", Why, "toronto-2")).Status);
        Assert.Empty(await shift.Store.Reveals(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reveal_ByTheSupervisor_EndsSeventyTwoHoursAfterTheCall()
    {
        await using var shift = await Shift.Talking();
        shift.Service.Clock.Advance(TimeSpan.FromMinutes(10));
        await shift.Happens(new CallerStatus("completed", 9));
        shift.Service.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal(200, (await Send(shift, HttpMethod.Post, $"supervisor/calls/{Shift.Caller}/reveal", Why)).Status);
        Assert.Equal(403, (await Send(shift, HttpMethod.Post, $"supervisor/calls/{Shift.Caller}/reveal", Why, "east")).Status);
        shift.Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, (await Send(shift, HttpMethod.Post, $"supervisor/calls/{Shift.Caller}/reveal", Why)).Status);
        Assert.Equal("supervisor toronto", Assert.Single(await shift.Store.Reveals(10, TestContext.Current.CancellationToken)).Who);
    }

    [Fact]
    public async Task Reveal_OfACallWithoutANumber_IsGone()
    {
        await using var shift = await Shift.Begun();
        await shift.Happens(new CallArrived("+14165550100"));
        Assert.Equal(410, (await Send(shift, HttpMethod.Post, $"supervisor/calls/{Shift.Caller}/reveal", Why)).Status);
        Assert.Empty(await shift.Store.Reveals(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Alert_OfTheLastCrisisAgent_IsHeardByTheOwnSupervisor()
    {
        await using var shift = await Shift.Offering();
        await shift.Post($"agent/offers/{await shift.Offer()}/decline");
        var alert = Assert.Single((await Send(shift, HttpMethod.Get, "supervisor/alerts")).Said.GetProperty("alerts").EnumerateArray());
        Assert.Equal(("last-agent-kept", "toronto-1"), (alert.GetProperty("kind").GetString(), alert.GetProperty("agent").GetString()));
        Assert.Contains("(declined): not set away", alert.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Empty((await Send(shift, HttpMethod.Get, "supervisor/alerts", region: "east")).Said.GetProperty("alerts").EnumerateArray());
        Assert.Empty((await Send(shift, HttpMethod.Get, $"supervisor/alerts?after={alert.GetProperty("id").GetInt64()}")).Said.GetProperty("alerts").EnumerateArray());
    }

    private static async Task<(int Status, JsonElement Said)> Send(Shift shift, HttpMethod method, string path, string? body = null, string region = "toronto") =>
        await shift.Service.Send(method, path, body, await shift.Token(region, StaffRole.Supervisor));
}
