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
        Assert.Equal(("+14165550123", "+14165550190"), (dial.Number, dial.From));
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

    private static string Said(Leg leg) =>
        string.Join(' ', leg.Document.SelectMany(d => d switch { Speak s => s.Parts, Listen l => l.Parts, _ => [] }).Select(p => p.Text));
}
