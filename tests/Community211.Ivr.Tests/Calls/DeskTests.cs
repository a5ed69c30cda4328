using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>What agents say at their desks, and what becomes of caller and telephone.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task Accept_WhileItRings_TheTelephoneGoesToTheRoomWithoutAKey()
    {
        var (scene, leg) = await Scene.Dialled();
        Assert.Equal(DeskOutcome.Done, (await Accept(scene)).Outcome);
        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);

        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();

        Assert.Equal(LegPlace.Room, leg.Place);
        await scene.Lanes();
        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Accept_InTheWhisper_TearsTheTelephoneOutOfIt()
    {
        var (scene, leg) = await PickedUp();

        await Accept(scene);

        Assert.Equal(CallerPhase.Connecting, (await scene.State()).Phase);
        Assert.Contains(await scene.Sent(), r => r is RecallLeg recall && recall.Leg == leg.Sid);
        await scene.Lanes();
        Assert.Equal(LegPlace.Room, leg.Place);
        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Accept_TheTelephoneIsNotPickedUp_CallerKeepsThePlaceAndTheAgentIsAway()
    {
        var (scene, leg) = await Scene.Dialled();
        await Accept(scene);
        scene.Carrier.Ring(leg);

        scene.Carrier.End(leg, "no-answer");
        await scene.Drain();

        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);
        Assert.Equal((AgentPhase.Available, "t1"), ((await scene.Agent("t1")).Phase, (await scene.State()).Tried.Single()));
    }

    [Fact]
    public async Task Accept_TheAlertOfALastAgent_IsKept()
    {
        var (scene, leg) = await Scene.Dialled();
        scene.Carrier.Ring(leg);

        scene.Carrier.End(leg, "no-answer");
        await scene.Drain();

        var alert = Assert.Single(await scene.World.Store.Alerts("toronto", 0, 10, TestContext.Current.CancellationToken)).Alert;
        Assert.Equal((AlertKind.LastAgentKept, "t1", "no-answer"), (alert.Kind, alert.Agent, alert.Why));
    }

    [Fact]
    public async Task Decline_NotTheLast_IsAwayAndTheCallerIsOfferedToAnother()
    {
        var scene = await Scene.InLine();
        await scene.World.Set("t1", new AgentWish(AgentOrder.Away, "t1", "break"));
        await scene.World.Match();
        await scene.Lanes();
        await scene.World.Set("t1", new AgentWish(AgentOrder.Available, "t1"));
        var leg = scene.AgentLeg;

        Assert.Equal(DeskOutcome.Done, (await scene.World.Decline(await scene.Agent("t2"))).Outcome);

        Assert.Equal((AgentPhase.Away, "declined"), ((await scene.Agent("t2")).Phase, (await scene.Agent("t2")).AwayReason));
        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);
        await scene.Lanes();
        Assert.True(leg.IsOver);
        await scene.Later(30);
        Assert.Equal((AgentPhase.Available, null), ((await scene.Agent("t2")).Phase, (await scene.Agent("t2")).AwayReason));
    }

    [Fact]
    public async Task Decline_TheLastCrisisAgent_IsKept()
    {
        var (scene, _) = await Scene.Dialled();

        await scene.World.Decline(await scene.Agent("t1"));

        Assert.Equal(AgentPhase.Available, (await scene.Agent("t1")).Phase);
        Assert.Equal("declined", Assert.Single(await scene.World.Store.Alerts(null, 0, 10, TestContext.Current.CancellationToken)).Alert.Why);
    }

    [Fact]
    public async Task End_DuringATalk_TheCallerGoesOnToTheSurveyAndNotIntoTheLine()
    {
        var (scene, leg) = await Scene.Talking();

        Assert.Equal(DeskOutcome.Done, (await scene.World.EndTalk(await scene.Agent("t1"))).Outcome);
        Assert.Equal(AgentPhase.WrapUp, (await scene.Agent("t1")).Phase);
        await scene.Lanes();

        Assert.True(leg.IsOver);
        var state = await scene.State();
        Assert.Equal((CallerPhase.Flow, "survey", false, "t1"), (state.Phase, state.Flow.Step, state.AtHead, state.AnsweredBy));
        Assert.IsType<Listen>(scene.Caller.Document[0]);
        Assert.Empty((await scene.World.Floor()).Entries);
    }

    [Fact]
    public async Task End_TheRoomsWordComesLate_CountsAllTheSame()
    {
        var (scene, _) = await Scene.Accepted();
        await scene.World.StartLanes();
        scene.World.CarryOut(scene.Carrier.Requests[0], Mishap.None);
        scene.World.Arrive(scene.Carrier.Requests[0]);
        await scene.World.Deliver(scene.World.Outbox.Single(m => m.What is ConnectAsked));

        Assert.Equal(DeskOutcome.Done, (await scene.World.EndTalk(await scene.Agent("t1"))).Outcome);

        await scene.Lanes();
        await scene.Drain();
        Assert.Equal("survey", (await scene.State()).Flow.Step);
    }

    [Fact]
    public async Task End_BeforeTheCallerCame_IsRefused()
    {
        var (scene, _) = await Scene.Accepted();
        var answer = await scene.World.EndTalk(await scene.Agent("t1"));
        Assert.Equal((DeskOutcome.Refused, "The caller is not with you yet."), (answer.Outcome, answer.WhyNot));
        Assert.Equal(CallerPhase.Connecting, (await scene.State()).Phase);
    }

    [Fact]
    public async Task End_AfterTheLegWasLost_ComesTooLateAndTheCallerIsFirstInLine()
    {
        var (scene, leg) = await Scene.Talking();
        var agent = await scene.Agent("t1");
        scene.Carrier.End(leg, "completed");
        await scene.Drain();

        Assert.Equal(DeskOutcome.Unknown, (await scene.World.EndTalk(agent)).Outcome);

        Assert.True((await scene.State()).AtHead);
    }

    [Fact]
    public async Task Recall_AfterAKeyCameFirst_TheAgentJoinsOnceMore()
    {
        var (scene, leg) = await PickedUp();
        await Accept(scene);
        await scene.World.StartLanes();
        scene.Carrier.Press(leg, "1");
        await scene.World.Deliver(scene.World.Outbox.Single(m => m.What is LegAsked));
        scene.World.CarryOut(scene.Carrier.Requests[0], Mishap.None);
        scene.World.Arrive(scene.Carrier.Requests[0]);

        await scene.Drain();
        await scene.Lanes();

        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
    }

    private static async Task<DeskAnswer> Accept(Scene scene) => await scene.World.Accept(await scene.Agent("t1"));

    private static async Task<(Scene Scene, Leg Leg)> PickedUp()
    {
        var (scene, leg) = await Scene.Dialled();
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();
        return (scene, leg);
    }
}
