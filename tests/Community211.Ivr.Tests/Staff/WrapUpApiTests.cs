using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Staff;

/// <summary>What agents note about a call: what it was about, afterwards; how urgent it is, at once.</summary>
public sealed class WrapUpApiTests
{
    private const string Food = """{"needs":[{"need":"food","outcome":"met"},{"need":"shelter","outcome":"unmet","why":"full","services":["emergency-assistance"]}],"referral":true,"followUp":false,"callerRegion":"toronto","needRegion":"east","crisis":false}""";

    [Fact]
    public async Task WrapUp_AfterTheCallIsOver_IsKeptAndTheCallStaysOver()
    {
        await using var shift = await Ended();
        var (status, said) = await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food);
        Assert.Equal((200, "met"), (status, said.GetProperty("wrapUp").GetProperty("needs")[0].GetProperty("outcome").GetString()));
        var state = await shift.State();
        Assert.Equal(CallerPhase.Ended, state.Phase);
        var note = Assert.Single(state.WrapUps);
        Assert.Equal(("toronto-1", true, false, "toronto", "east", false), (note.Agent, note.Referral, note.FollowUp, note.CallerRegion, note.NeedRegion, note.Crisis));
        Assert.Equal([("food", NeedOutcome.Met, null), ("shelter", NeedOutcome.Unmet, "full")], note.Needs.Select(n => (n.Need, n.Outcome, n.Why)));
        Assert.Equal([["food-clothing-shelter"], ["emergency-assistance"]], note.Needs.Select(n => n.Services.ToArray()));
    }

    [Fact]
    public async Task WrapUp_Again_TakesTheFirstOnesPlace()
    {
        await using var shift = await Ended();
        await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food);
        shift.Service.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(200, (await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", """{"noNeed":"wrong-number"}""")).Status);
        Assert.Equal("wrong-number", Assert.Single((await shift.State()).WrapUps).NoNeed);
        shift.Service.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(409, (await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food)).Status);
    }

    [Fact]
    public async Task WrapUp_WhileTalkingOrByAnother_IsRefused()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal((409, "You are still with this caller: end the call first."), Refusal(await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food)));
        Assert.Equal((403, "This caller was never with you."), Refusal(await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food, "toronto-2")));
        Assert.Equal(404, (await shift.Post("agent/calls/CA9/wrap-up", Food)).Status);
        Assert.Empty((await shift.State()).WrapUps);
    }

    [Theory]
    [InlineData("""{}""", "Say what it was about")]
    [InlineData("""{"needs":[]}""", "Say what it was about")]
    [InlineData("""{"needs":[{"need":"fod","outcome":"met"}]}""", "'need' is 'fod'. Did you mean 'food'?")]
    [InlineData("""{"needs":[{"need":"general","outcome":"met"}]}""", "'need' is 'general'. Allowed: addictions, child-care,")]
    [InlineData("""{"needs":[{"need":"food"}]}""", "'outcome' is missing. Allowed: met, unmet.")]
    [InlineData("""{"needs":[{"need":"food","outcome":"unmet"}]}""", "'why' is missing. Allowed: access, cost, declined, full,")]
    [InlineData("""{"needs":[{"need":"food","outcome":"unmet","why":"because"}]}""", "'why' is 'because'. Allowed: access,")]
    [InlineData("""{"needs":[{"need":"food","outcome":"met","why":"full"}]}""", "only a need that is unmet has one")]
    [InlineData("""{"needs":[{"need":"food","outcome":"met","services":["food"]}]}""", "'services' is 'food'.")]
    [InlineData("""{"needs":[{"need":"food","outcome":"met"},{"need":"food","outcome":"met"}]}""", "'food' is there twice")]
    [InlineData("""{"needs":[null]}""", "One of 'needs' is null")]
    [InlineData("""{"needs":[{"need":"food","outcome":"met"}],"callerRegion":"west"}""", "'callerRegion' is 'west'.")]
    [InlineData("""{"needs":[{"need":"food","outcome":"met"}],"needRegion":"province"}""", "'needRegion' is 'province'.")]
    [InlineData("""{"noNeed":"silence"}""", "'noNeed' is 'silence'. Did you mean 'silent'?")]
    [InlineData("""{"noNeed":"fax","needs":[{"need":"food","outcome":"met"}]}""", "A call without a need has no 'needs'")]
    [InlineData("""{"noNeed":"fax","crisis":true}""", "is no crisis")]
    [InlineData("""{"noNeed":"fax","refferal":true}""", "not understood as JSON")]
    public async Task WrapUp_ThatCannotBe_SaysWhatIsAllowedAndKeepsNothing(string body, string sentence)
    {
        await using var shift = await Ended();
        var (status, said) = await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", body);
        Assert.Equal(400, status);
        Assert.Contains(sentence, said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty((await shift.State()).WrapUps);
    }

    [Fact]
    public async Task Labels_OfTheFiles_AreTheSixteenTypesAndThirteenServicesInBothLanguages()
    {
        await using var shift = await Shift.Begun();
        var labels = (await shift.Service.Send(HttpMethod.Get, "agent/labels", token: await shift.Token("toronto-1"))).Said;
        Assert.Equal((17, 13), (labels.GetProperty("needs").EnumerateObject().Count(), labels.GetProperty("services").EnumerateObject().Count()));
        Assert.Equal("Complet", labels.GetProperty("unmet").GetProperty("full").GetProperty("fr").GetString());
        Assert.Equal(["abusive", "fax", "silent", "test", "wrong-number"], labels.GetProperty("noNeed").EnumerateObject().Select(c => c.Name));
        Assert.Equal(7, labels.GetProperty("regions").EnumerateObject().Count());
    }

    [Fact]
    public async Task Triage_WhileTalking_ChangesTheCallAndSaysWhoSaidSo()
    {
        await using var shift = await Shift.Talking();
        var (status, me) = await shift.Post($"agent/calls/{Shift.Caller}/triage", """{"priority":"urgent","language":"fr","region":"east","reason":"no food since yesterday"}""");
        Assert.Equal((200, "urgent", "fr", "east"), (status, Call(me, "priority"), Call(me, "language"), Call(me, "region")));
        var facts = await shift.Store.Facts(Shift.Caller, TestContext.Current.CancellationToken);
        Assert.Contains("toronto-1 says that it is urgent: no food since yesterday.", CallJson.Read<CallEvent>(facts[^1].Event).Because!.Value.Select(CallWords.Sentence));
        Assert.Equal(Priority.General, (await shift.State()).ChosenPriority);
    }

    [Fact]
    public async Task Escalate_WhileTalking_TellsSupervisorsAndAsksNothingAfterwards()
    {
        await using var shift = await Shift.Talking();
        Assert.Equal(200, (await shift.Post($"agent/calls/{Shift.Caller}/escalate")).Status);
        Assert.Equal((Priority.Crisis, "crisis"), ((await shift.State()).Flow.Priority, (await shift.State()).Flow.Line!.Queue));
        var alert = Assert.Single(await shift.Store.Alerts("toronto", 0, 10, TestContext.Current.CancellationToken)).Alert;
        Assert.Equal((AlertKind.Escalated, "toronto-1", Shift.Caller), (alert.Kind, alert.Agent, alert.Call));

        await shift.Post($"agent/calls/{Shift.Caller}/end");

        Assert.Equal("goodbye", (await shift.State()).Flow.Step);
    }

    [Fact]
    public async Task Triage_InWrapUp_IsTakenAndAfterItIsNot()
    {
        await using var shift = await Ended();
        Assert.Equal(200, (await shift.Post($"agent/calls/{Shift.Caller}/triage", """{"region":"north"}""")).Status);
        Assert.Equal(("north", "agent", CallerPhase.Ended), ((await shift.State()).Flow.Region, (await shift.State()).Flow.RegionSource, (await shift.State()).Phase));
        await shift.Set("agent/wrap-up/done");
        Assert.Equal(409, (await shift.Post($"agent/calls/{Shift.Caller}/triage", """{"region":"east"}""")).Status);
        Assert.Equal("north", (await shift.State()).Flow.Region);
    }

    [Theory]
    [InlineData("triage", "{}", 400, "Say what it is")]
    [InlineData("triage", """{"priority":"high"}""", 400, "Allowed: crisis, urgent, none.")]
    [InlineData("triage", """{"language":"klingon"}""", 400, "'language' is 'klingon'.")]
    [InlineData("triage", """{"region":"toront"}""", 400, "Did you mean 'toronto'?")]
    [InlineData("triage", """{"prioritee":"crisis"}""", 400, "not understood as JSON")]
    [InlineData("escalate", "[]", 400, "not understood as JSON")]
    public async Task Word_ThatCannotBe_SaysWhyAndChangesNothing(string path, string body, int status, string sentence)
    {
        await using var shift = await Shift.Talking();
        var before = JsonSerializer.Serialize((await shift.State()).Flow, CallJson.Options);
        var answer = Refusal(await shift.Post($"agent/calls/{Shift.Caller}/{path}", body));
        Assert.Equal(status, answer.Status);
        Assert.Contains(sentence, answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, JsonSerializer.Serialize((await shift.State()).Flow, CallJson.Options));
    }

    [Fact]
    public async Task Facts_OfANotedCall_GiveTheSnapshot()
    {
        await using var shift = await Shift.Talking();
        await shift.Post($"agent/calls/{Shift.Caller}/escalate", """{"reason":"weeps"}""");
        await shift.Post($"agent/calls/{Shift.Caller}/imminent-risk", """{"reason":"has taken pills already"}""");
        await shift.Happens(new CallerStatus("completed", 9));
        await shift.Post($"agent/calls/{Shift.Caller}/wrap-up", Food);
        var state = await shift.State();
        var set = await shift.Service.Sets.Get(state.Revision, TestContext.Current.CancellationToken);
        var folded = CallHistory.Fold(Shift.Caller, set, shift.Service.Settings.Rules, await shift.Store.Facts(Shift.Caller, TestContext.Current.CancellationToken));
        Assert.Equal(CallJson.Write(state), CallJson.Write(folded));
    }

    private static async Task<Shift> Ended()
    {
        var shift = await Shift.Talking();
        shift.Service.Clock.Advance(TimeSpan.FromMinutes(3));
        await shift.Happens(new CallerStatus("completed", 9));
        Assert.Equal("wrap-up", (await shift.Me()).GetProperty("state").GetString());
        return shift;
    }

    private static string? Call(JsonElement me, string name) => me.GetProperty("call").GetProperty(name).GetString();

    private static (int Status, string Sentence) Refusal((int Status, JsonElement Said) answer) => (answer.Status, answer.Said.GetProperty("error").GetString()!);
}
