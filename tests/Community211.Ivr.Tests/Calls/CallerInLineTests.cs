using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>A caller in line: what they press counts, and nobody is rung for one who may be gone.</summary>
public sealed class CallerInLineTests
{
    [Fact]
    public async Task Key_AfterOneThatCameWhileConnectingToAnAgentWhoWasLost_Counts()
    {
        var (scene, leg) = await Scene.Dialled();
        scene.Carrier.Ring(leg);
        scene.Carrier.Answer(leg);
        await scene.Drain();
        scene.Carrier.Press(leg, "1");
        await scene.Drain();
        await scene.Press("2");
        scene.Carrier.End(leg, "completed");
        await scene.Drain();
        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);

        for (var page = 0; page < 2; page++)
        {
            while (scene.Caller.Listening is null)
                await Pass(scene);
            await scene.Press("9");
        }

        Assert.Equal(Priority.Crisis, (await scene.State()).Flow.Priority);
    }

    [Fact]
    public async Task Probe_PageOverdue_NobodyIsRungBeforeTheCarrierHasSeenTheCaller()
    {
        var scene = await Scene.InLine();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(2));

        await scene.World.Match();
        Assert.IsType<LookUpCall>(Assert.Single(await scene.Sent()));
        Assert.Empty((await scene.State()).Offers);

        await Answer(scene, new CarrierReply(CarrierOutcome.Done, scene.Caller.Sid, "in-progress", InQueue: true));
        await scene.World.Match();
        Assert.Single((await scene.State()).Offers);
    }

    [Fact]
    public async Task Probe_CarrierDoesNotSay_IsSentAgainAfterTenSecondsAndNotBefore()
    {
        var scene = await Scene.InLine();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.World.Match();
        await scene.World.StartLanes();
        await Answer(scene, new CarrierReply(CarrierOutcome.Unknown));

        await scene.World.Match();
        Assert.Empty(await scene.Sent());

        scene.World.Clock.Advance(TimeSpan.FromSeconds(10));
        await scene.World.Match();
        Assert.Single(await scene.Sent());
    }

    [Fact]
    public async Task LookUp_CarrierRefusesForAnotherReason_CallGoesOn()
    {
        var scene = await Overdue(new CarrierReply(CarrierOutcome.Refused, Code: "429.20429"));

        Assert.Equal(CallerPhase.Waiting, (await scene.State()).Phase);
    }

    [Fact]
    public async Task LookUp_CarrierDoesNotKnowTheCall_CallIsOver()
    {
        var scene = await Overdue(new CarrierReply(CarrierOutcome.Refused, Code: "404.20404"));

        Assert.Equal(CallerPhase.Ended, (await scene.State()).Phase);
    }

    [Fact]
    public async Task Resume_Refused_IsNotRepeatedAtTheSameMoment()
    {
        var scene = await Overdue(new CarrierReply(CarrierOutcome.Done, "CA1", "in-progress", InQueue: false));
        Assert.IsType<ResumeCaller>(Assert.Single(await scene.Sent()));
        await Answer(scene, new CarrierReply(CarrierOutcome.Refused, Code: "400.21220"));

        Assert.Empty(await scene.Sent());
        await scene.Later(5);
        Assert.IsType<LookUpCall>(Assert.Single(await scene.Sent()));
    }

    [Fact]
    public async Task LineLeft_OfAnEarlierStay_ChangesNothing()
    {
        var scene = await Scene.InLine();
        var first = (await scene.State()).Turn;
        scene.Carrier.CarryOut(new ResumeCaller(scene.Caller.Sid), effect: true);
        scene.World.Outbox.RemoveAll(m => m.What is LineLeft);
        await scene.Drain();
        var before = await scene.State();
        Assert.Equal(CallerPhase.Waiting, before.Phase);

        await scene.World.Deliver(new Message(scene.Caller.Sid, new LineLeft(first, "redirected"), null, 0, default));

        Assert.Equal(before, await scene.State() with { Offers = before.Offers, Tried = before.Tried, Flow = before.Flow });
    }

    private static async Task<Scene> Overdue(CarrierReply reply)
    {
        var scene = await Scene.InLine();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.World.Match();
        await scene.World.StartLanes();
        await Answer(scene, reply);
        return scene;
    }

    private static Task Answer(Scene scene, CarrierReply reply)
    {
        var request = Assert.Single(scene.Carrier.Requests);
        request.Reply = reply;
        scene.World.Arrive(request);
        return scene.Drain();
    }

    private static async Task Pass(Scene scene)
    {
        await scene.World.Pass(1);
        await scene.Drain();
    }
}
