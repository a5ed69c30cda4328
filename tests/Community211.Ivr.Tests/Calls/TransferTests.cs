using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>What an agent does with a caller besides talking, and where the caller is when it fails.</summary>
public sealed class TransferTests
{
    [Fact]
    public async Task PassOn_ToAnotherPartner_CallerIsFirstInLineThereWithTheOriginalTime()
    {
        var (scene, leg) = await Scene.Talking();
        var arrived = (await scene.State()).Flow.ArrivedAt;

        Assert.Equal(DeskOutcome.Done, (await scene.World.PassOn("t1", scene.Caller.Sid, "east")).Outcome);
        await scene.Lanes();

        Assert.True(leg.IsOver);
        Assert.Equal("east", scene.Caller.Line!.Queue);
        Assert.Equal(AgentPhase.WrapUp, (await scene.Agent("t1")).Phase);
        var entry = Assert.Single((await scene.World.Floor()).Entries);
        Assert.Equal((CallerPhase.Waiting, "east", true, arrived), (entry.Phase, entry.Region, entry.AtHead, entry.ArrivedAt));
        await scene.World.Match();
        await scene.Lanes();
        var state = await scene.State();
        Assert.Equal(("e1", 1, 1), (state.Offers.Single().To, state.Transfers, state.Corrections));
    }

    [Fact]
    public async Task PassOn_InACrisis_IsRefusedWithWhatToDo()
    {
        var scene = await Scene.InLine("9");
        await scene.World.Match();
        await scene.Lanes();
        await scene.Accept(scene.Carrier.Legs.First(l => l is { IsCaller: false, IsOver: false }));
        await scene.Lanes();
        var agent = (await scene.State()).Connection!.To;

        var answer = await scene.World.PassOn(agent, scene.Caller.Sid, "east");

        Assert.Equal((DeskOutcome.Refused, CallerPhase.Talking), (answer.Outcome, (await scene.State()).Phase));
        Assert.StartsWith("A caller in crisis is not passed on: call in an agent", answer.WhyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no partner nowhere. Known are ")]
    public async Task PassOn_ToNowhere_SaysWhatIsThere(string region, string sentence)
    {
        var (scene, _) = await Scene.Talking();
        Assert.StartsWith(sentence, (await scene.World.PassOn("t1", scene.Caller.Sid, region)).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallIn_AnotherAgent_CallerIsOnHoldUntilJoinedAndStaysWithThemWhenTheFirstLeaves()
    {
        var (scene, first, second) = await CalledIn();
        Assert.True(scene.Caller.Held);
        Assert.Equal((AgentPhase.Talking, AgentPhase.Talking), ((await scene.Agent("t1")).Phase, (await scene.Agent("t2")).Phase));

        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Join);
        await scene.Lanes();
        Assert.False(scene.Caller.Held);

        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Leave);
        await scene.Lanes();

        Assert.True(first.IsOver);
        Assert.Equal((LegPlace.Room, LegPlace.Room), (second.Place, scene.Caller.Place));
        var state = await scene.State();
        Assert.Equal(("t2", "t2", 1), (state.Connection!.To, state.AnsweredBy, state.Transfers));
        Assert.Equal(["t1", "t2"], state.Talks.Select(t => t.With));
        Assert.Equal((AgentPhase.WrapUp, AgentPhase.Talking), ((await scene.Agent("t1")).Phase, (await scene.Agent("t2")).Phase));

        await scene.World.EndTalk(await scene.Agent("t2"));
        await scene.Lanes();
        Assert.Equal("survey", (await scene.State()).Flow.Step);
    }

    [Fact]
    public async Task Leave_WithoutJoining_TakesTheCallerOffHold()
    {
        var (scene, _, second) = await CalledIn();

        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Leave);
        await scene.Lanes();

        Assert.Equal((false, LegPlace.Room, "t2"), (scene.Caller.Held, second.Place, (await scene.State()).Connection!.To));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leave_TheCarrierRefuses_EveryoneStays(bool second)
    {
        var (scene, first, called) = await CalledIn();
        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Leave);

        await scene.Lanes(request => request is SetExit exit && exit.Leg == (second ? first : called).Sid
            ? new CarrierReply(CarrierOutcome.Refused, Code: "500")
            : scene.Carrier.CarryOut(request, effect: true));

        Assert.Equal((LegPlace.Room, LegPlace.Room, LegPlace.Room), (first.Place, called.Place, scene.Caller.Place));
        var state = await scene.State();
        Assert.Equal(("t1", false), (state.Connection!.To, state.Connection.Consult!.Leaving));
        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Leave);
        await scene.Lanes();
        Assert.Equal("t2", (await scene.State()).Connection!.To);
    }

    [Fact]
    public async Task CallIn_NobodyAnswers_CallerIsBackWithTheAgent()
    {
        var (scene, first) = await Scene.Talking();
        await scene.World.CallInAgent("t1", scene.Caller.Sid, "t2");
        await scene.Lanes();
        var leg = scene.AgentLeg;
        scene.Carrier.Ring(leg);

        scene.Carrier.End(leg, "no-answer");
        await scene.Drain();
        await scene.Lanes();

        Assert.Equal((false, LegPlace.Room, CallerPhase.Talking), (scene.Caller.Held, first.Place, (await scene.State()).Phase));
        Assert.Equal(AgentPhase.Away, (await scene.Agent("t2")).Phase);
        Assert.Empty((await scene.State()).Offers);
    }

    [Fact]
    public async Task CallIn_WhoWasCalledInHangsUp_CallerIsBackWithTheAgent()
    {
        var (scene, first, second) = await CalledIn();

        scene.Carrier.End(second, "completed");
        await scene.Drain();
        await scene.Lanes();

        Assert.Equal((false, LegPlace.Room, LegPlace.Room), (scene.Caller.Held, first.Place, scene.Caller.Place));
        Assert.Null((await scene.State()).Connection!.Consult);
        Assert.Equal(AgentPhase.WrapUp, (await scene.Agent("t2")).Phase);
    }

    [Fact]
    public async Task CallIn_TheAgentIsLostMeanwhile_CallerIsFirstInLineAndNobodyIsLeftInTheRoom()
    {
        var (scene, first, second) = await CalledIn();

        scene.Carrier.End(first, "completed");
        await scene.Drain();
        await scene.Lanes();

        Assert.True(second.IsOver);
        var entry = Assert.Single((await scene.World.Floor()).Entries);
        Assert.Equal((CallerPhase.Waiting, true), (entry.Phase, entry.AtHead));
    }

    [Fact]
    public async Task CallIn_TheCallerHangsUp_EverybodyIsFree()
    {
        var (scene, first, second) = await CalledIn();

        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();
        await scene.Lanes();

        Assert.Equal((true, true), (first.IsOver, second.IsOver));
        Assert.Equal((AgentPhase.WrapUp, AgentPhase.WrapUp), ((await scene.Agent("t1")).Phase, (await scene.Agent("t2")).Phase));
    }

    [Fact]
    public async Task CallIn_ALineThatCannotPress_IsInTheRoomWhenItAnswers()
    {
        var (scene, _) = await Scene.Talking();
        await scene.World.CallInContact("t1", scene.Caller.Sid, "provincial-police");
        await scene.Lanes();
        var leg = scene.AgentLeg;
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();

        Assert.Equal(LegPlace.Room, leg.Place);
        Assert.True((await scene.State()).Connection!.Consult!.In);
        Assert.True(scene.Caller.Held);
    }

    [Fact]
    public async Task CallIn_AtTheDesk_IsTakenWithoutAKey()
    {
        var (scene, _) = await Scene.Talking();
        await scene.World.CallInAgent("t1", scene.Caller.Sid, "t2");
        await scene.Lanes();
        var leg = scene.AgentLeg;
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();

        Assert.Equal(DeskOutcome.Done, (await scene.World.Accept(await scene.Agent("t2"))).Outcome);
        await scene.Lanes();

        Assert.Equal((LegPlace.Room, true), (leg.Place, (await scene.State()).Connection!.Consult!.In));
    }

    [Fact]
    public async Task CallIn_WhoWasCalledInEndsAtTheDesk_CallerStaysWithTheFirst()
    {
        var (scene, first, second) = await CalledIn();

        Assert.Equal(DeskOutcome.Done, (await scene.World.EndTalk(await scene.Agent("t2"))).Outcome);
        await scene.Lanes();

        Assert.Equal((true, LegPlace.Room, false), (second.IsOver, first.Place, scene.Caller.Held));
    }

    [Fact]
    public async Task CallIn_SomebodyBusyOrUnknownOrTwice_SaysWhyNot()
    {
        var (scene, _, _) = await CalledIn();
        Assert.StartsWith("Somebody was called in already", (await scene.World.CallInAgent("t1", scene.Caller.Sid, "e1")).WhyNot, StringComparison.Ordinal);
        Assert.Equal("There is no agent nobody.", (await scene.World.CallInAgent("t1", scene.Caller.Sid, "nobody")).WhyNot);
        Assert.Equal("There is no contact nobody.", (await scene.World.CallInContact("t1", scene.Caller.Sid, "nobody")).WhyNot);
        Assert.Equal(DeskOutcome.AnothersOwn, (await scene.World.Change("e1", scene.Caller.Sid, TalkChange.Drop)).Outcome);
        Assert.Equal("You do not talk with the caller, or were called in yourself.", (await scene.World.Change("t2", scene.Caller.Sid, TalkChange.Drop)).WhyNot);
        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Drop);
        await scene.Lanes();
        Assert.Equal("t2 is wrap-up, and cannot be called in.", (await scene.World.CallInAgent("t1", scene.Caller.Sid, "t2")).WhyNot);
    }

    [Fact]
    public async Task Hold_TheCarrierFails_IsSaidAgainUntilItIsSo()
    {
        var (scene, _) = await Scene.Talking();
        await scene.World.Change("t1", scene.Caller.Sid, TalkChange.Hold);
        await scene.Lanes(_ => new CarrierReply(CarrierOutcome.Unknown));
        Assert.False(scene.Caller.Held);

        await scene.Later(5);
        await scene.Lanes();

        Assert.True(scene.Caller.Held);
    }

    private static async Task<(Scene Scene, Leg First, Leg Second)> CalledIn()
    {
        var (scene, first) = await Scene.Talking();
        Assert.Equal(DeskOutcome.Done, (await scene.World.CallInAgent("t1", scene.Caller.Sid, "t2")).Outcome);
        await scene.Lanes();
        var second = scene.AgentLeg;
        await scene.Accept(second);
        await scene.Lanes();
        Assert.Equal(LegPlace.Room, second.Place);
        return (scene, first, second);
    }
}
