using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls.Work;

public sealed class SweepTests
{
    [Fact]
    public async Task Sweep_LegOfACallThatIsOver_IsHungUpWhenSeenTwice()
    {
        var (scene, leg) = await Scene.Accepted();
        scene.Carrier.End(scene.Caller, "completed");
        await scene.Drain();
        await scene.Lanes(_ => new CarrierReply(CarrierOutcome.Unknown));
        Assert.False(leg.IsOver);

        await scene.World.Sweep();
        Assert.Empty(scene.Carrier.Requests);
        await scene.World.Sweep();

        Assert.Equal(new HangUpLeg(leg.Sid, leg.Sid), Assert.Single(scene.Carrier.Requests).Request);
    }

    [Fact]
    public async Task Sweep_LegThatIsBeingDialled_IsLeftAlone()
    {
        var scene = await Scene.InLine();
        await scene.World.Match();
        await scene.World.StartLanes();
        scene.World.CarryOut(scene.Carrier.Requests[0], Mishap.None);
        scene.Carrier.Requests.Clear();

        await scene.World.Sweep();
        await scene.World.Sweep();

        Assert.Empty(scene.Carrier.Requests);
    }

    [Fact]
    public async Task Sweep_CallerInARoomThatIsNotTheirs_IsTornOut()
    {
        var (scene, _) = await Scene.Talking();
        var room = scene.Caller.Room!;
        scene.Caller.Room = room with { Room = "another" };

        await scene.World.Sweep();
        await scene.World.Sweep();

        Assert.Contains(await scene.Sent(), r => r is ResumeCaller);
    }

    /// <summary>Two of them kept each other from the line for ever: torn out of the message in turn, every three seconds.</summary>
    [Fact]
    public async Task Sweep_CallerWhoHearsThatTheyAreInLineAgain_IsLetHearItOut()
    {
        var (scene, leg) = await Scene.Talking();
        scene.Carrier.End(leg, "completed");
        await scene.World.Deliver(scene.World.Outbox.Single(m => m.What is ResumeAsked));
        (scene.Caller.Place, scene.Caller.Line) = (LegPlace.Document, null);
        scene.World.Outbox.Clear();
        Assert.Equal(CallerPhase.Parking, (await scene.State()).Phase);

        for (var look = 0; look < 5; look++)
        {
            await scene.Later(5);
            await scene.World.Sweep();
        }
        Assert.DoesNotContain(await scene.Sent(), r => r is ResumeCaller);
        scene.World.Arrive(scene.Carrier.Requests[0]);

        await scene.Later(10);
        await scene.World.Sweep();
        await scene.World.Sweep();
        Assert.Contains(await scene.Sent(), r => r is ResumeCaller);
    }

    [Fact]
    public async Task Sweep_CallerHungUpAndWeWereNotTold_EndsTheCall()
    {
        var scene = await Scene.InLine();
        scene.Carrier.End(scene.Caller, "completed");
        scene.World.Outbox.Clear();

        await scene.World.Sweep();
        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);
        await scene.World.Sweep();
        await scene.Lanes();

        Assert.Equal(CallerPhase.Ended, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Sweep_OneCallCannotBeRead_OthersAreComparedAllTheSame()
    {
        var scene = await Scene.InLine();
        await Broken.Put(scene.World.Store, "CA0");
        scene.Carrier.End(scene.Caller, "completed");
        scene.World.Outbox.Clear();

        await Assert.ThrowsAsync<AggregateException>(scene.World.Sweep);
        await Assert.ThrowsAsync<AggregateException>(scene.World.Sweep);
        await scene.Lanes();

        Assert.Equal(CallerPhase.Ended, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Sweep_CallerInTheQueueWhomWeDoNotKnow_IsAskedWhatTheyWant()
    {
        var scene = await Scene.InLine();
        var stranger = scene.Carrier.Arrive("+14165550100", "+14165550124");
        scene.World.Outbox.Clear();
        stranger.Place = LegPlace.Queue;
        stranger.Line = scene.Caller.Line;

        await scene.World.Sweep();
        await scene.World.Sweep();

        Assert.Equal(new ResumeCaller(stranger.Sid), Assert.Single(scene.Carrier.Requests).Request);
    }
}
