using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Community211.Ivr.Tests.Calls.Work;

public sealed class WorkersTests
{
    [Fact]
    public async Task Matching_OneCallCannotBeRead_OthersAreOfferedAllTheSame()
    {
        var scene = await Scene.InLine();
        await Broken.Put(scene.World.Store, "CA0");

        await Assert.ThrowsAsync<AggregateException>(scene.World.Match);

        Assert.Single((await scene.State()).Offers);
    }

    [Fact]
    public async Task Timers_OneCannotBeFired_OthersAreFiredAllTheSame()
    {
        var (scene, leg) = await Scene.Dialled();
        await Broken.Put(scene.World.Store, "CA0");
        scene.Carrier.Ring(leg);
        await scene.Drain();
        scene.World.Clock.Advance(TimeSpan.FromSeconds(60));

        // Late by more than two seconds: suspended once.
        await scene.World.FireTimers();
        scene.World.Clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<AggregateException>(scene.World.FireTimers);

        Assert.Empty((await scene.State()).Offers);
    }

    [Fact]
    public async Task Lanes_RequestCompletedBetweenReadingAndStarting_IsNotSentAgain()
    {
        var scene = await Scene.InLine();
        await scene.World.Match();
        await scene.World.StartLanes();
        var request = Assert.Single(scene.Carrier.Requests);
        scene.World.CarryOut(request, Model.Mishap.None);
        scene.World.Store.AfterCommandsRead = () => scene.World.Arrive(request);

        await scene.World.StartLanes();

        Assert.Empty(scene.Carrier.Requests);
    }

    [Fact]
    public async Task SignIn_WhileAnAgentWrapsUp_TheirRestStillEnds()
    {
        var clock = new FakeTimeProvider(Units.Start);
        var store = new MemoryStore(clock);
        var stop = TestContext.Current.CancellationToken;
        await Floors.SignIn(store, new PlacesSource(RealFlow.Set, clock.GetUtcNow()), stop);
        var (seated, version) = (await store.LoadAgent("toronto-1", stop))!;
        var resting = seated with { Phase = AgentPhase.WrapUp, Version = 7, Number = "+14165550199" };
        await store.Commit(new CommitUnit { Agents = [new AgentWrite(seated.Id, version, resting)] }, stop);

        await Floors.SignIn(store, new PlacesSource(RealFlow.Set, clock.GetUtcNow()), stop);

        var after = (await store.LoadAgent("toronto-1", stop))!.State;
        Assert.Equal("+14165550171", after.Number);
        Assert.Equal(AgentPhase.Available, new AgentTimer(7).Apply(after, clock.GetUtcNow())!.Phase);
    }

    [Fact]
    public async Task SignIn_AgentNoLongerInTheFiles_IsSignedOutAndBackIn()
    {
        var clock = new FakeTimeProvider(Units.Start);
        var store = new MemoryStore(clock);
        var stop = TestContext.Current.CancellationToken;
        var set = RealFlow.Set;
        await Floors.SignIn(store, new PlacesSource(set, clock.GetUtcNow()), stop);
        var toronto = set.Places.Regions["toronto"];
        var fewer = set with { Places = set.Places with { Regions = set.Places.Regions.SetItem("toronto", toronto with { Agents = [] }) } };

        await Floors.SignIn(store, new PlacesSource(fewer, clock.GetUtcNow()), stop);
        Assert.Equal(AgentPhase.Off, (await store.LoadAgent("toronto-1", stop))!.State.Phase);
        await Floors.SignIn(store, new PlacesSource(set, clock.GetUtcNow()), stop);
        Assert.Equal(AgentPhase.Available, (await store.LoadAgent("toronto-1", stop))!.State.Phase);
    }

    [Fact]
    public async Task Handle_DeliveredTwice_SaysThatNothingChanged()
    {
        var scene = await Scene.InLine();
        var fact = (await scene.World.Facts(scene.Caller.Sid))[1];
        var answered = CallJson.ReadEvent(fact.Event, null);

        var again = await scene.World.Calls.Handle(scene.Caller.Sid, answered, stop: TestContext.Current.CancellationToken);

        Assert.False(again.Changed);
    }
}
