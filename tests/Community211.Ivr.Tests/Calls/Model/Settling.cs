using Community211.Ivr.Calls.Directives;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>Nothing fails any more, agents take what they are offered, callers say nothing, time passes: everyone ends up where they belong.</summary>
internal static class Settling
{
    private const int Minutes = 6;

    /// <summary>Lets everything that is on its way arrive, and everyone act once.</summary>
    public static async Task Calm(World world)
    {
        for (var round = 0; ; round++)
        {
            if (round > 500)
                throw new ModelException("The engine works on and on at one moment of time.");
            if (world.Outbox.Count > 0)
                await world.Deliver(world.Outbox[0]);
            else if (world.Carrier.Requests.Count > 0)
                Finish(world, world.Carrier.Requests[0]);
            else if (!Act(world))
            {
                await world.FireTimers();
                await world.Match();
                await world.StartLanes();
                if (world.Outbox.Count + world.Carrier.Requests.Count == 0)
                    return;
            }
        }
    }

    public static async Task Run(World world)
    {
        world.Copies.Clear();
        var sweepAt = 0;
        for (var second = 0; second < Minutes * 60; second++)
        {
            await Calm(world);
            if (second >= sweepAt)
            {
                sweepAt = second + (await world.Sweep() ? 3 : 30);
                await Calm(world);
            }
            await world.Pass(1);
        }
        await Calm(world);
        await Settled(world);
        await KeysWork(world);
    }

    /// <summary>Agents answer at once and press 1; ten-digit lines answer and talk.</summary>
    private static bool Act(World world)
    {
        var carrier = world.Carrier;
        foreach (var leg in carrier.Legs.Where(l => !l.IsOver).ToList())
        {
            if (leg.Place == LegPlace.Dialled)
                carrier.Ring(leg);
            else if (leg.Place == LegPlace.Ringing && !IsBusy(world, leg))
                carrier.Answer(leg);
            else if (!leg.IsCaller && leg.Listening is not null)
                carrier.Press(leg, "1");
            else if (leg.Place == LegPlace.Line)
                carrier.LineOver(leg, "completed");
            else
                continue;
            return true;
        }
        return false;
    }

    /// <summary>One telephone answers one call at a time.</summary>
    public static bool IsBusy(World world, Leg leg) =>
        world.Carrier.Legs.Exists(l => l != leg && !l.IsCaller && l.Number == leg.Number && l.Place is LegPlace.Document or LegPlace.Room);

    private static void Finish(World world, InFlight request)
    {
        if (request.Reply is null)
            world.CarryOut(request, Mishap.None);
        world.Arrive(request);
    }

    private static async Task Settled(World world)
    {
        var legs = world.Carrier.Legs;
        foreach (var caller in legs.Where(l => l.IsCaller))
        {
            var state = await world.Load(caller.Sid);
            if (caller.IsOver)
            {
                Rule(state is null or { Phase: CallerPhase.Ended }, $"{caller.Sid} has hung up, but is {state?.Phase}");
                continue;
            }
            var room = legs.Where(l => l.Place == LegPlace.Room && caller.Place == LegPlace.Room && l.Room!.Room == caller.Room!.Room).ToList();
            var talks = state is { Phase: CallerPhase.Talking, Connection: { } talk } && room.Count == (talk.Consult is null ? 2 : 3) && room.Exists(l => l.Sid == talk.Leg)
                && (talk.Consult is null || room.Exists(l => l.Sid == talk.Consult.Leg)) && caller.Held == talk.Held;
            var waits = state is { Phase: CallerPhase.Waiting } && caller.Place == LegPlace.Queue;
            Rule(talks || waits, $"{caller} is {World.Short(state)}, with {room.Count} in the room");
        }
        var floor = await world.Floor();
        var waiting = floor.Entries.Where(e => e.Phase == CallerPhase.Waiting).ToList();
        var free = floor.Agents.Select(a => a.State).Where(a => a.Phase != AgentPhase.Talking).ToList();
        Rule(waiting.Count == 0 || free.Count == 0, $"{waiting.FirstOrDefault()?.Call} waits while {free.FirstOrDefault()?.Id} is {free.FirstOrDefault()?.Phase}");
        foreach (var leg in legs.Where(l => !l.IsCaller && !l.IsOver))
            Rule(leg.Place == LegPlace.Room && legs.Exists(l => l.Sid == leg.Call && l.Place == LegPlace.Room && l.Room!.Room == leg.Room!.Room), $"{leg} is left over");
        foreach (var command in await world.Store.OpenCommands(100, default))
            throw new ModelException($"{command.Key} is never carried out");
        foreach (var due in await world.Store.DueBefore(DateTimeOffset.MaxValue, 100, default))
            Rule(due.Call is null || (await world.Load(due.Call))?.Phase != CallerPhase.Ended, $"{due.Key} is left over");
    }

    /// <summary>Whoever waits is heard: 9 within two pages brings them into the crisis line.</summary>
    private static async Task KeysWork(World world)
    {
        foreach (var caller in world.Callers.Where(c => c.Place == LegPlace.Queue).ToList())
        {
            for (var page = 0; page < 2; page++)
            {
                for (var second = 0; second < 60 && caller.Listening is null; second++)
                {
                    await world.Pass(1);
                    await Calm(world);
                }
                if (caller.Listening is not { Then.Route: Route.Wait })
                    continue;
                world.Carrier.Press(caller, "9");
                await Calm(world);
            }
            var state = await world.Load(caller.Sid);
            Rule(state!.Flow.Priority == Priority.Crisis || state.Phase != CallerPhase.Waiting, $"{caller.Sid} pressed 9 twice and is {World.Short(state)}");
        }
    }

    private static void Rule(bool holds, string otherwise)
    {
        if (!holds)
            throw new ModelException($"After settling: {otherwise}");
    }
}
