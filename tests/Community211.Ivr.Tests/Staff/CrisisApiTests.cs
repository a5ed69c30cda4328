using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Publishing;

namespace Community211.Ivr.Tests.Staff;

/// <summary>What supervisors are told of callers in crisis, and cases of imminent risk.</summary>
public sealed class CrisisApiTests
{
    private const string Why = """{"reason":"has taken pills and fell silent"}""";

    [Fact]
    public async Task Crisis_NobodyTrainedIsFree_SupervisorsAreToldOnceAndAtOnce()
    {
        await using var shift = await Shift.Begun();
        await AllAway(shift);
        await InCrisis(shift);
        await shift.Match();
        await shift.Match();
        var alert = Assert.Single(await Alerts(shift));
        Assert.Equal((AlertKind.CrisisNobodyFree, "toronto", Shift.Caller), (alert.Kind, alert.Region, alert.Call));
    }

    [Fact]
    public async Task Crisis_WaitsForTwentySeconds_IsTold()
    {
        await using var shift = await Shift.Begun();
        await InCrisis(shift);
        await shift.Match();
        Assert.Empty(await Alerts(shift));
        await After(shift, TimeSpan.FromSeconds(19));
        Assert.Empty(await Alerts(shift));
        await After(shift, TimeSpan.FromSeconds(1));
        Assert.Equal(AlertKind.CrisisWaits, Assert.Single(await Alerts(shift)).Kind);
    }

    [Fact]
    public async Task Crisis_AcceptedInTime_IsNotToldUnlessTheAgentIsLost()
    {
        await using var shift = await Shift.Begun();
        await InCrisis(shift);
        await shift.Match();
        var offer = (await shift.State()).Offers[0];
        await shift.Happens(new LegAsked(offer.Id, Shift.Leg, null));
        Assert.Equal(200, (await shift.Post($"agent/offers/{offer.Id}/accept", agent: offer.To)).Status);
        await After(shift, TimeSpan.FromSeconds(25));
        Assert.Empty(await Alerts(shift));

        await shift.Happens(new LegStatus(offer.Id, Shift.Leg, "completed", 3));
        Assert.Equal(CallerPhase.Waiting, (await shift.State()).Phase);
        await After(shift, TimeSpan.FromSeconds(20));
        Assert.Equal(AlertKind.CrisisWaits, Assert.Single(await Alerts(shift)).Kind);
    }

    [Fact]
    public async Task Crisis_BackupLineIsRung_IsTold()
    {
        await using var shift = await Shift.Begun();
        await InCrisis(shift);
        await shift.Happens(new OfferMade("O1", "distress-toronto", Contact: true, "+14165550152"));
        await shift.Happens(new OfferMade("O2", "distress-toronto", Contact: true, "+14165550152"));
        Assert.Contains((AlertKind.CrisisBackupRung, "distress-toronto"), (await Alerts(shift)).Select(a => (a.Kind, a.Why)));
    }

    [Fact]
    public async Task Crisis_OfAnUnknownRegion_IsToldToAllSupervisors()
    {
        await using var shift = await Shift.Begun();
        await AllAway(shift);
        await InCrisis(shift, "+18005550199", "+16472030123");
        await shift.Match();
        Assert.Equal(7, (await Alerts(shift)).Select(a => a.Region).Distinct().Count());
    }

    [Fact]
    public async Task Risk_OpenedByTheAgent_IsOpenUntilASupervisorClosesItInOneOfThreeWays()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal(200, (await shift.Post($"agent/calls/{Shift.Caller}/imminent-risk", Why)).Status);
        Assert.Equal(409, (await shift.Post($"agent/calls/{Shift.Caller}/imminent-risk", Why)).Status);
        Assert.Equal(AlertKind.ImminentRisk, Assert.Single(await Alerts(shift)).Kind);
        var open = Assert.Single((await Supervisor(shift, HttpMethod.Get, "risks")).Said.GetProperty("risks").EnumerateArray());
        Assert.Equal((Shift.Caller, "toronto-1", "has taken pills and fell silent"), (open.GetProperty("call").GetString(), open.GetProperty("by").GetString(), open.GetProperty("reason").GetString()));
        Assert.Empty((await Supervisor(shift, HttpMethod.Get, "risks", region: "east")).Said.GetProperty("risks").EnumerateArray());

        shift.Service.Clock.Advance(TimeSpan.FromHours(1));
        await shift.Happens(new CallerStatus("completed", 9));
        const string close = $"calls/{Shift.Caller}/imminent-risk/close";
        Assert.Equal(400, (await Supervisor(shift, HttpMethod.Post, close, """{"as":"done","reason":"has taken pills and fell silent"}""")).Status);
        Assert.Equal(400, (await Supervisor(shift, HttpMethod.Post, close, """{"reason":"has taken pills and fell silent"}""")).Status);
        Assert.Equal(400, (await Supervisor(shift, HttpMethod.Post, close, """{"as":"confirmed"}""")).Status);
        Assert.Equal(403, (await Supervisor(shift, HttpMethod.Post, close, """{"as":"confirmed","reason":"the ambulance is there"}""", "east")).Status);
        Assert.Single(await shift.Store.OpenRisks(TestContext.Current.CancellationToken));

        Assert.Equal(200, (await Supervisor(shift, HttpMethod.Post, close, """{"as":"confirmed","reason":"the ambulance is there"}""")).Status);

        Assert.Empty(await shift.Store.OpenRisks(TestContext.Current.CancellationToken));
        Assert.Null((await shift.State()).Risk);
        Assert.Equal(409, (await Supervisor(shift, HttpMethod.Post, close, """{"as":"confirmed","reason":"the ambulance is there"}""")).Status);
        Assert.Equal((AlertKind.RiskClosed, "confirmed"), (await Alerts(shift))[0] is var told ? (told.Kind, told.Why) : default);
    }

    [Fact]
    public async Task Risk_OfACallAnsweredElsewhere_IsForBothRegions()
    {
        await using var shift = await Shift.Talking();
        await shift.Post($"agent/calls/{Shift.Caller}/triage", """{"region":"north"}""");
        Assert.Equal(200, (await Supervisor(shift, HttpMethod.Post, $"calls/{Shift.Caller}/imminent-risk", Why)).Status);
        foreach (var region in new[] { "toronto", "north" })
            Assert.Single((await Supervisor(shift, HttpMethod.Get, "risks", region: region)).Said.GetProperty("risks").EnumerateArray());
        Assert.Equal(403, (await Supervisor(shift, HttpMethod.Post, $"calls/{Shift.Caller}/imminent-risk", Why, "east")).Status);
    }

    [Fact]
    public async Task Risk_OpenAtAStart_IsToldAgain()
    {
        await using var shift = await Shift.Talking();
        await shift.Post($"agent/calls/{Shift.Caller}/imminent-risk", Why);
        await using var again = await PublishingService.Started(shift.Store);
        Assert.Equal([AlertKind.RiskStillOpen, AlertKind.ImminentRisk], (await Alerts(shift)).Select(a => a.Kind));
    }

    [Theory]
    [InlineData("agent/calls/CA1/imminent-risk", "{}", "toronto-1", 400)]
    [InlineData("agent/calls/CA1/imminent-risk", """{"reason":"why"}""", "toronto-1", 400)]
    [InlineData("agent/calls/CA1/imminent-risk", Why, "toronto-2", 403)]
    [InlineData("agent/calls/CA9/imminent-risk", Why, "toronto-1", 404)]
    [InlineData("agent/calls/CA1/imminent-risk/close", """{"as":"stood-down","reason":"it was a misunderstanding"}""", "toronto-1", 409)]
    [InlineData("agent/calls/CA1/imminent-risk/close", """{"as":"stood-down","reason":"it was a misunderstanding"}""", "east-1", 403)]
    public async Task Risk_ThatCannotBe_SaysWhyAndOpensNothing(string path, string body, string agent, int status)
    {
        await using var shift = await Shift.Talking();
        var (was, said) = await shift.Post(path, body, agent);
        Assert.Equal((status, true), (was, said.GetProperty("error").GetString()!.Length > 10));
        Assert.Empty(await shift.Store.OpenRisks(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Contacts_OfAStatedTown_AreItsOwnLinesPoliceAndAmbulanceFirst()
    {
        await using var shift = await Shift.Talking();
        var told = (await Contacts(shift, "?town=thunder%20bay")).Said;
        Assert.Equal(("Thunder Bay", "north"), (told.GetProperty("town").GetString(), told.GetProperty("region").GetString()));
        var lines = told.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("contact").GetString(), l.GetProperty("number").GetString())).ToList();
        Assert.Equal([("police-north", "+18075550153"), ("provincial-police", "+17055550156"), ("ambulance-north", "+18075550157")], lines.Take(3));
        Assert.DoesNotContain(lines, l => l.Item1 == "police-toronto");
        Assert.Contains("stays with you", told.GetProperty("emergency").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal("toronto", (await Contacts(shift, "")).Said.GetProperty("region").GetString());
        Assert.Equal(404, (await Contacts(shift, "?town=Atlantis")).Status);
        Assert.Equal(403, (await Contacts(shift, "", "toronto-2")).Status);
    }

    [Fact]
    public async Task Help_WithACallerAtHand_IsHeardByTheOwnSupervisors()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal(200, (await shift.Post("agent/help", """{"reason":"caller shouts"}""")).Status);
        Assert.Equal(200, (await shift.Post("agent/help", agent: "toronto-2")).Status);
        var alerts = await Alerts(shift);
        Assert.Equal([("toronto-2", null, ""), ("toronto-1", Shift.Caller, "caller shouts")], alerts.Select(a => (a.Agent, a.Call, a.Why)));
        Assert.All(alerts, a => Assert.Equal((AlertKind.HelpWanted, "toronto"), (a.Kind, a.Region)));
    }

    private static async Task InCrisis(Shift shift, string to = "+14165550100", string from = "+14162030123")
    {
        await shift.Happens(new CallArrived(to) { Private = new PrivatePart(From: from) });
        await shift.Happens(new CallerAnswered(1, InLine: false) { Private = new PrivatePart(Digits: "9") });
        await shift.Happens(new PageAsked((await shift.State()).Turn, "QU1"));
        Assert.Equal((Priority.Crisis, CallerPhase.Waiting), ((await shift.State()).Flow.Priority, (await shift.State()).Phase));
    }

    private static async Task AllAway(Shift shift)
    {
        var floor = await shift.Store.LoadFloor(TestContext.Current.CancellationToken);
        foreach (var agent in floor.Agents.Where(a => a.State.CrisisTrained))
            Assert.Equal(200, (await shift.Set("agent/away", agent.State.Id, "break")).Status);
    }

    private static async Task After(Shift shift, TimeSpan time)
    {
        shift.Service.Clock.Advance(time);
        await shift.Service.Get<DueTimers>().RunOnce(TestContext.Current.CancellationToken);
    }

    private static async Task<List<Alert>> Alerts(Shift shift) => [.. (await shift.Store.Alerts(null, 0, 100, TestContext.Current.CancellationToken)).Select(a => a.Alert)];

    private static async Task<(int Status, JsonElement Said)> Contacts(Shift shift, string query, string agent = "toronto-1") =>
        await shift.Service.Send(HttpMethod.Get, $"agent/calls/{Shift.Caller}/contacts{query}", token: await shift.Token(agent));

    private static async Task<(int Status, JsonElement Said)> Supervisor(Shift shift, HttpMethod method, string path, string? body = null, string region = "toronto") =>
        await shift.Service.Send(method, $"supervisor/{path}", body, await shift.Token(region, StaffRole.Supervisor));
}
