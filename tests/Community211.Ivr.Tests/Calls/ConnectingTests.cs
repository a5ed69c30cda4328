using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>Caller and agent being brought together, one fault at a time.</summary>
public sealed class ConnectingTests
{
    [Fact]
    public async Task Accept_Key1_BothTalkAndTheAgentIsTheirs()
    {
        var (scene, leg) = await Scene.Talking();

        Assert.Equal(leg.Room!.Room, scene.Caller.Room!.Room);
        Assert.Equal(AgentPhase.Talking, (await scene.Agent("t1")).Phase);
        Assert.Equal("t1", (await scene.State()).AnsweredBy);
    }

    [Fact]
    public async Task Room_CallerComesFirst_NamesItsEventsAllTheSame()
    {
        var (scene, _) = await Scene.Talking();

        Assert.NotNull(scene.Caller.Room!.Events);
    }

    [Fact]
    public async Task Resume_DeliveredAgainDuringATalk_TalkGoesOn()
    {
        var (scene, _) = await Scene.Talking();

        await Deliver(scene, new ResumeAsked(null, null, null));

        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Resume_WantedWhileAloneButBothAreInNow_IsNotSent()
    {
        var (scene, leg) = await Scene.Accepted();
        await scene.World.StartLanes();
        scene.World.CarryOut(scene.Carrier.Requests[0], Mishap.None);
        scene.World.Arrive(scene.Carrier.Requests[0]);
        await scene.World.Deliver(scene.World.Outbox.Single(m => m.What is ConnectAsked));
        await scene.Later(10);

        await scene.Drain();

        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
        Assert.DoesNotContain(await scene.Sent(), r => r is ResumeCaller);
        Assert.False((await scene.State()).Connection!.Torn);
        Assert.Equal(LegPlace.Room, leg.Place);
    }

    [Fact]
    public async Task Join_ToldAfterTheAgentLeft_DoesNotCount()
    {
        var (scene, leg) = await Scene.Accepted();
        await scene.World.StartLanes();
        scene.World.CarryOut(scene.Carrier.Requests[0], Mishap.None);
        scene.World.Arrive(scene.Carrier.Requests[0]);
        await scene.World.Deliver(scene.World.Outbox.Single(m => m.What is ConnectAsked));
        var epoch = (await scene.State()).Epoch;
        await Deliver(scene, new LegStatus(leg.Offer!, leg.Sid, "completed", 9));

        await Deliver(scene, new RoomChanged(epoch, "participant-join", leg.Sid, "late", 1));
        await Deliver(scene, new RoomChanged(epoch, "participant-join", scene.Caller.Sid, "late", 2));

        Assert.False((await scene.State()).Connection!.AgentIn);
        await scene.Later(10);
        Assert.Contains(await scene.Sent(), r => r is ResumeCaller);
    }

    [Fact]
    public async Task Alone_ToldAgainAndAgain_IsTornOutAfterTenSecondsAllTheSame()
    {
        var (scene, leg) = await Scene.Talking();
        await Deliver(scene, new LegStatus(leg.Offer!, leg.Sid, "completed", 9));
        await scene.Later(6);
        await Deliver(scene, new Swept(SweepDifference.AgentGone));

        await scene.Later(4);

        Assert.Contains(await scene.Sent(), r => r is ResumeCaller);
    }

    [Fact]
    public async Task AgentLost_DuringTheTalk_CallerIsFirstInLineWithTheOriginalTime()
    {
        var (scene, leg) = await Scene.Talking();
        var arrived = (await scene.State()).Flow.ArrivedAt;

        scene.Carrier.End(leg, "completed");
        await scene.Drain();

        var state = await scene.State();
        Assert.Equal((CallerPhase.Waiting, true, arrived), (state.Phase, state.AtHead, state.Flow.ArrivedAt));
        Assert.Equal(AgentPhase.WrapUp, (await scene.Agent("t1")).Phase);
    }

    [Fact]
    public async Task Offer_NobodyPressesAKey_AnotherIsRungAndOnlyTheLastCrisisAgentIsNotSetAway()
    {
        var (scene, leg) = await Scene.Dialled();
        await Ignore(scene, leg);
        Assert.Equal(LegPlace.Over, leg.Place);
        var last = await scene.Agent("t1");
        Assert.Equal((AgentPhase.Available, scene.World.Clock.GetUtcNow().AddSeconds(10)), (last.Phase, last.NotBefore));

        await scene.World.Match();
        await scene.Lanes();
        Assert.Equal("t2", Assert.Single((await scene.State()).Offers).To);
        await Ignore(scene, scene.AgentLeg);

        Assert.Equal(AgentPhase.Away, (await scene.Agent("t2")).Phase);
        await scene.Later(30);
        Assert.Equal(AgentPhase.Available, (await scene.Agent("t2")).Phase);
    }

    [Fact]
    public async Task OfferTimer_NeverDialled_IsNoFaultOfTheAgent()
    {
        var scene = await Scene.InLine();
        await scene.World.Match();

        await scene.Later(60);

        Assert.Equal(AgentPhase.Available, (await scene.Agent("t1")).Phase);
    }

    [Fact]
    public async Task Dial_RepeatedOneRefusedWhileTheFirstIsAnswered_OfferStays()
    {
        var (scene, leg) = await Scene.Dialled();
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();
        var dial = new DialAgent(scene.Caller.Sid, leg.Offer!, leg.Number, "+14165550100", 20, Crisis: true);

        await Deliver(scene, new CommandAnswered(dial, new CarrierReply(CarrierOutcome.Refused, Code: "429.20429")));

        Assert.Single((await scene.State()).Offers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dial_UnknownOutcome_IsLookedForBeforeItIsRepeated(bool made)
    {
        var scene = await Scene.InLine();
        await scene.World.Match();
        await scene.World.StartLanes();
        scene.World.CarryOut(scene.Carrier.Requests[0], made ? Mishap.DoneUnheard : Mishap.NotDone);
        scene.World.Arrive(scene.Carrier.Requests[0]);
        scene.World.Outbox.Clear();
        Assert.Empty(await scene.Sent());

        await scene.Later(2);
        Assert.IsType<FindLeg>(Assert.Single(await scene.Sent()));
        await scene.Lanes();

        var dialled = Assert.Single(scene.Carrier.Legs, l => !l.IsCaller);
        Assert.Equal(dialled.Sid, Assert.Single((await scene.State()).Offers).Dialled);
    }

    [Fact]
    public async Task Dequeue_Refused_LooksForTheCallerAndAsksAgain()
    {
        var (scene, _) = await Scene.Accepted();
        var refused = 0;

        await scene.Lanes(r => r is Dequeue && refused++ == 0
            ? new CarrierReply(CarrierOutcome.Refused, Code: "404.20404")
            : scene.Carrier.CarryOut(r, effect: true));

        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Caller_HangsUpWhileTwoAreRung_BothAreHungUpAndAvailable()
    {
        var scene = await Scene.InLine("9");
        await scene.World.Match();
        await scene.Lanes();
        Assert.Equal(2, scene.Carrier.Legs.Count(l => !l.IsCaller));

        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();
        await scene.Lanes();

        Assert.All(scene.Carrier.Legs, l => Assert.True(l.IsOver));
        Assert.All((await scene.World.Floor()).Agents, a => Assert.Equal(AgentPhase.Available, a.State.Phase));
    }

    [Fact]
    public async Task Accept_ByTheSecondOfTwo_IsToldThatTheCallerIsTaken()
    {
        var scene = await Scene.InLine("9");
        await scene.World.Match();
        await scene.Lanes();
        Leg[] legs = [.. scene.Carrier.Legs.Where(l => !l.IsCaller)];
        scene.Carrier.Ring(legs[1]);
        scene.Carrier.Answer(legs[1]);
        await scene.Drain();

        await scene.Accept(legs[0]);
        scene.Carrier.Press(legs[1], "1");
        await scene.Drain();

        Assert.Equal(LegPlace.Over, legs[1].Place);
        Assert.Contains(legs[1].Document, d => d is Speak);
        Assert.Equal(legs[0].Sid, (await scene.State()).Connection!.Leg);
    }

    [Fact]
    public async Task TenDigitLine_TalkOver_CallerHearsGoodbye()
    {
        var scene = await Scene.InLine();
        for (var again = 0; again < 2; again++)
            await Deliver(scene, new FallbackAsked(null, "11200"));
        Assert.Equal(CallerPhase.Outside, (await scene.State()).Phase);

        await Deliver(scene, new ResumeAsked(null, "line", "completed"));

        var state = await scene.State();
        Assert.Equal((CallerPhase.Flow, "survey"), (state.Phase, state.Flow.Step));
        await Deliver(scene, new CallerAnswered(state.Turn, InLine: false));
        Assert.Contains(Replies.Document(RealFlow.Set, await scene.State(), default), d => d is HangUp);
    }

    [Fact]
    public async Task TenDigitLines_NeitherAnswers_CallerIsInLineAgainWithTheOriginalTime()
    {
        var scene = await Scene.InLine();
        var arrived = (await scene.State()).Flow.ArrivedAt;
        for (var again = 0; again < 2; again++)
            await Deliver(scene, new FallbackAsked(null, "11200"));

        await Deliver(scene, new ResumeAsked(null, "line", "no-answer"));
        Assert.Equal((CallerPhase.Outside, 2), ((await scene.State()).Phase, (await scene.State()).OutsideTries));
        await Deliver(scene, new ResumeAsked(null, "line", "busy"));

        Assert.Equal((CallerPhase.Parking, arrived), ((await scene.State()).Phase, (await scene.State()).Flow.ArrivedAt));
    }

    private static async Task Ignore(Scene scene, Leg leg)
    {
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();
        scene.Carrier.Press(leg, "");
        scene.Carrier.Press(leg, "");
        await scene.Drain();
    }

    private static Task Deliver(Scene scene, CallEvent what) => scene.World.Deliver(new Message(scene.Caller.Sid, what, null, 0, default));
}
