using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Queues.Figures;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>Callers who are called back: who is rung when, what whoever answers hears, and what becomes of the agent and the place.</summary>
public sealed class CallingBackTests
{
    [Fact]
    public async Task Booked_AfterTheGoodbye_KeepsThePlaceWithoutALeg()
    {
        var scene = await Scene.Booked();

        var state = await scene.State();
        Assert.Equal((CallerPhase.Waiting, null, 0), (state.Phase, state.EndedBy, state.Callback!.Attempts));
        var entry = Assert.Single((await scene.World.Floor()).Entries);
        Assert.Equal(state.Flow.ArrivedAt, entry.ArrivedAt);
        Assert.NotNull(entry.CallBack);
    }

    [Fact]
    public async Task HangUp_BeforeItIsBooked_NobodyIsCalledBack()
    {
        var scene = new Scene { World = new World(callbacks: true) };
        await scene.World.SignIn();
        await scene.Book("+14165550123", "1", "1", "");
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();

        Assert.Equal(CallerPhase.Ended, (await scene.State()).Phase);
        Assert.Empty((await scene.World.Floor()).Entries);
    }

    [Fact]
    public async Task Agent_WhoTakesIt_IsInTheRoomBeforeTheCallerIsRung()
    {
        var scene = await Scene.Booked();
        await scene.World.Match();
        await scene.Lanes();
        Assert.DoesNotContain(scene.Carrier.Legs, l => l.IsCalled);

        await scene.Accept(scene.AgentLeg);

        var dial = Assert.IsType<DialCaller>(Assert.Single(await scene.Sent()));
        Assert.Equal(("+14165550123", SimulatedCarrier.Ours), (dial.Number, dial.From));
        Assert.Equal(LegPlace.Room, scene.AgentLeg.Place);
    }

    [Fact]
    public async Task Whisper_OfACallback_SaysThatItIsOne()
    {
        var scene = await Scene.Booked();
        await scene.World.Match();
        await scene.Lanes();
        scene.Carrier.Ring(scene.AgentLeg);
        scene.Carrier.Answer(scene.AgentLeg);
        await scene.Drain();

        Assert.Contains("call back", Said(scene.AgentLeg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Called_WhoPressesOne_HearsWhoItIsAndTalksWithTheAgent()
    {
        var scene = await Scene.Booked();
        var called = await scene.PickedUp();
        Assert.DoesNotContain("2-1-1", Said(called), StringComparison.Ordinal);

        scene.Carrier.Press(called, "1");
        await scene.Drain();

        Assert.Contains("2-1-1", Said(called), StringComparison.Ordinal);
        var state = await scene.State();
        Assert.Equal((CallerPhase.Talking, called.Sid, CallbackOutcome.Kept), (state.Phase, state.CallerLeg, state.CallbackOutcome));
        Assert.Equal("t1", state.AnsweredBy);
    }

    [Fact]
    public async Task Called_NobodyPressesAndAMessageIsAllowed_HearsANeutralOneAndTheAgentIsFree()
    {
        var scene = await Scene.Booked();
        var agent = await Unanswered(scene);

        var called = scene.Carrier.Legs.Last(l => l.IsCalled);
        Assert.Contains("We will try again later", Said(called), StringComparison.Ordinal);
        Assert.DoesNotContain("2-1-1", Said(called), StringComparison.Ordinal);
        Assert.Contains("not reached", Said(agent), StringComparison.Ordinal);
        Assert.Equal(AgentPhase.Available, (await scene.Agent("t1")).Phase);
        Assert.Equal((CallerPhase.Waiting, 1, null), ((await scene.State()).Phase, (await scene.State()).Callback!.Attempts, (await scene.State()).CallerLeg));
    }

    [Fact]
    public async Task Called_NobodyPressesAndNoMessageIsAllowed_HearsNothingMore()
    {
        var scene = await Scene.Booked("+14165550123", "1", "1", "2");
        await Unanswered(scene);
        Assert.IsType<HangUp>(Assert.Single(scene.Carrier.Legs.Last(l => l.IsCalled).Document));
    }

    [Fact]
    public async Task Called_AnotherPerson_IsNotToldAndTheyAreCalledLater()
    {
        var scene = await Scene.Booked();
        var called = await scene.PickedUp();

        scene.Carrier.Press(called, "2");
        await scene.Drain();

        Assert.IsType<HangUp>(Assert.Single(called.Document));
        await scene.Lanes();
        await scene.World.Match();
        Assert.Empty((await scene.State()).Offers);
        await scene.Later(60);
        await scene.World.Match();
        Assert.Single((await scene.State()).Offers);
    }

    [Fact]
    public async Task Called_AsOftenAsTheFilesSay_IsOver()
    {
        var scene = await Scene.Booked();
        await Unanswered(scene);
        await scene.Later(60);
        await Unanswered(scene);

        var state = await scene.State();
        Assert.Equal((CallerPhase.Ended, CallbackOutcome.NotReached, EndedBy.Service), (state.Phase, state.CallbackOutcome, state.EndedBy));
        Assert.Empty((await scene.World.Floor()).Entries);
        Assert.DoesNotContain(scene.Carrier.Legs, l => !l.IsOver);
    }

    [Fact]
    public async Task Called_WhoseAgentIsLostWhileTheyAreRung_IsNotRungAnyMoreAndKeepsThePlace()
    {
        var scene = await Scene.Booked();
        var called = await scene.PickedUp();

        scene.Carrier.End(scene.AgentLeg, "completed");
        await scene.Drain();
        await scene.Lanes();

        Assert.True(called.IsOver);
        Assert.Equal((CallerPhase.Waiting, true), ((await scene.State()).Phase, (await scene.State()).AtHead));
    }

    [Fact]
    public async Task Talk_WhoseAgentIsLost_PutsTheCalledPersonFirstInLine()
    {
        var scene = await Scene.Booked();
        var called = await scene.PickedUp();
        scene.Carrier.Press(called, "1");
        await scene.Drain();

        scene.Carrier.End(scene.AgentLeg, "completed");
        await scene.Drain();

        Assert.Equal(LegPlace.Queue, called.Place);
        Assert.Equal((CallerPhase.Waiting, true), ((await scene.State()).Phase, (await scene.State()).AtHead));
    }

    [Fact]
    public async Task Talk_ThatTheAgentEnds_AsksAndThanksTheCalledPerson()
    {
        var scene = await Scene.Booked();
        var called = await scene.PickedUp();
        scene.Carrier.Press(called, "1");
        await scene.Drain();

        await scene.World.EndTalk(await scene.Agent("t1"));
        await scene.Lanes();
        Assert.Equal("survey", (await scene.State()).Flow.Step);
        foreach (var key in (string[])["1", "1", "1", "2"])
        {
            scene.Carrier.Press(called, key);
            await scene.Drain();
        }

        Assert.Equal((CallerPhase.Ended, EndedBy.Service), ((await scene.State()).Phase, (await scene.State()).EndedBy));
        Assert.True(called.IsOver);
    }

    [Fact]
    public async Task Sweep_WhileACallIsOwed_EndsNothing()
    {
        var scene = await Scene.Booked();
        for (var look = 0; look < 3; look++)
            await scene.World.Sweep();
        Assert.Empty(scene.Carrier.Requests);
        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Booked_AfterADay_IsOver()
    {
        var scene = await Scene.Booked();
        scene.World.Clock.Advance(TimeSpan.FromHours(24));
        await scene.World.FireTimers();
        await scene.Later(3);
        Assert.Equal(CallbackOutcome.Expired, (await scene.State()).CallbackOutcome);
    }

    [Fact]
    public async Task Booked_TwiceByOneNumber_IsOneCallInTheEarlierPlace()
    {
        var scene = await Scene.Booked();
        var first = await scene.State();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.Book("+14165550123");

        await scene.World.Match();

        Assert.Equal(CallbackOutcome.Cancelled, (await scene.World.Load(first.Sid))!.CallbackOutcome);
        var second = await scene.State();
        Assert.Equal(first.Flow.ArrivedAt, second.Flow.ArrivedAt);
        Assert.Single(second.Offers);
    }

    [Fact]
    public async Task Booked_ByOneWhoTalkedWithSomebodySince_IsNotCalled()
    {
        var scene = await Scene.Booked("+14165550123", "2", "6135550199", "1", "1", "1");
        var first = await scene.State();
        foreach (var agent in (string[])["t1", "t2", "e1"])
            await scene.World.Set(agent, new AgentWish(AgentOrder.Away, agent, "break"));
        var again = scene.Carrier.Arrive("+14165550100", "+16135550199");
        await scene.Drain();
        scene.Carrier.Press(again, "");
        await scene.Drain();
        scene.Carrier.Press(again, "9");
        await scene.Drain();
        await scene.World.Set("t1", new AgentWish(AgentOrder.Available, "t1"));
        await scene.World.Match();
        await scene.Lanes();
        await scene.Accept(scene.AgentLeg);
        await scene.Lanes();
        Assert.Equal(CallerPhase.Talking, (await scene.World.Load(again.Sid))!.Phase);

        await scene.World.Set("t2", new AgentWish(AgentOrder.Available, "t2"));
        await scene.World.Match();

        Assert.Equal(CallbackOutcome.Cancelled, (await scene.World.Load(first.Sid))!.CallbackOutcome);
    }

    [Fact]
    public async Task Crash_WhileTheDialIsUnderWay_RingsNobodyTwice()
    {
        var scene = await Scene.Booked();
        await scene.World.Match();
        await scene.Lanes();
        await scene.Accept(scene.AgentLeg);
        await scene.World.StartLanes();
        scene.World.Crash(0);

        await scene.Lanes();

        Assert.Single(scene.Carrier.Legs, l => l.IsCalled);
    }

    /// <summary>An agent takes it, somebody or something picks up, and no key is pressed.</summary>
    private static async Task<Leg> Unanswered(Scene scene)
    {
        var called = await scene.PickedUp();
        var agent = scene.AgentLeg;
        for (var said = 0; said < 2; said++)
        {
            scene.Carrier.Press(called, "");
            await scene.Drain();
        }
        await scene.Lanes();
        await scene.World.Pass(10);
        await scene.Drain();
        return agent;
    }

    private static string Said(Leg leg) =>
        string.Join(' ', leg.Document.SelectMany(d => d switch { Speak s => s.Parts, Listen l => l.Parts, _ => [] }).Select(p => p.Text));
}
