using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Calls.Model;

namespace Community211.Ivr.Tests.Calls;

/// <summary>A world in which one thing happens after the other, for tests of one situation.</summary>
internal sealed class Scene
{
    public World World { get; init; } = new();

    public SimulatedCarrier Carrier => World.Carrier;

    public Leg Caller { get; private set; } = null!;

    public async Task<CallState> State() => (await World.Load(Caller.Sid))!;

    public async Task<AgentState> Agent(string id) => (await World.Floor()).Agents.Single(a => a.State.Id == id).State;

    /// <summary>Agents signed in, a caller of Toronto in line, hearing the first page.</summary>
    public static async Task<Scene> InLine(string keys = "")
    {
        var scene = new Scene();
        await scene.World.SignIn();
        scene.Caller = scene.Carrier.Arrive("+14165550100", "+14165550123");
        await scene.Drain();
        await scene.Press(keys);
        return scene;
    }

    /// <summary>A caller of Toronto who has booked a callback and hung up.</summary>
    /// <param name="from">Whose number it is.</param>
    /// <param name="keys">What was pressed when it was asked, from the number on.</param>
    public static async Task<Scene> Booked(string from = "+14165550123", params string[] keys)
    {
        var scene = new Scene { World = new World(callbacks: true) };
        await scene.World.SignIn();
        await scene.Book(from, keys);
        return scene;
    }

    /// <summary>Somebody calls, and books a callback.</summary>
    public async Task Book(string from, params string[] keys)
    {
        Caller = Carrier.Arrive("+14165550100", from);
        await Drain();
        foreach (var key in (string[])["", "", "2", "1", .. keys.Length == 0 ? ["1", "1", "1"] : keys])
            await Press(key);
        for (var second = 0; second < 30 && !Caller.IsOver; second++)
        {
            await World.Pass(1);
            await Drain();
        }
    }

    /// <summary>The leg to the caller who is called back, picked up.</summary>
    public async Task<Leg> PickedUp()
    {
        await World.Match();
        await Lanes();
        await Accept(AgentLeg);
        await Lanes();
        var called = Carrier.Legs.Last(l => l.IsCalled);
        Carrier.Ring(called);
        Carrier.Answer(called);
        await Drain();
        return called;
    }

    /// <summary>As <see cref="InLine"/>, with an agent's telephone about to ring.</summary>
    public static async Task<(Scene Scene, Leg Leg)> Dialled()
    {
        var scene = await InLine();
        await scene.World.Match();
        await scene.Lanes();
        return (scene, scene.AgentLeg);
    }

    /// <summary>As <see cref="Dialled"/>, and the agent pressed 1 and is in the room.</summary>
    public static async Task<(Scene Scene, Leg Leg)> Accepted()
    {
        var (scene, leg) = await Dialled();
        await scene.Accept(leg);
        return (scene, leg);
    }

    /// <summary>As <see cref="Accepted"/>, and both talk.</summary>
    public static async Task<(Scene Scene, Leg Leg)> Talking()
    {
        var (scene, leg) = await Accepted();
        await scene.Lanes();
        Assert.Equal(CallerPhase.Talking, (await scene.State()).Phase);
        return (scene, leg);
    }

    public Leg AgentLeg => Carrier.Legs.Last(l => !l.IsCaller && !l.IsCalled);

    public async Task Accept(Leg leg)
    {
        Carrier.Ring(leg);
        Carrier.Answer(leg);
        await Drain();
        Carrier.Press(leg, "1");
        await Drain();
    }

    /// <summary>Every webhook on its way arrives.</summary>
    public async Task Drain()
    {
        while (World.Outbox.Count > 0)
            await World.Deliver(World.Outbox[0]);
    }

    /// <summary>The caller's key, or silence.</summary>
    public async Task Press(string keys)
    {
        Carrier.Press(Caller, keys);
        await Drain();
    }

    /// <summary>Every request goes to the carrier and is carried out.</summary>
    public async Task Lanes(Func<CarrierRequest, CarrierReply>? otherwise = null)
    {
        for (var round = 0; round < 20 && (await World.StartLanes() || Carrier.Requests.Count > 0); round++)
        {
            while (Carrier.Requests.Count > 0)
            {
                var request = Carrier.Requests[0];
                if (otherwise is null)
                    World.CarryOut(request, Mishap.None);
                else
                    request.Reply = otherwise(request.Request);
                World.Arrive(request);
            }
            await Drain();
        }
    }

    /// <summary>Requests that would be sent now; none is carried out.</summary>
    public async Task<List<CarrierRequest>> Sent()
    {
        await World.StartLanes();
        return [.. Carrier.Requests.Select(r => r.Request)];
    }

    public async Task Later(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            World.Clock.Advance(TimeSpan.FromSeconds(1));
            await World.FireTimers();
        }
    }
}
