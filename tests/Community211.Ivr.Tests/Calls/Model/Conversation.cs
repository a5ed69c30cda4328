using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>Plays steps in a world.</summary>
internal static class Conversation
{
    private const int MostCallers = 3;

    private static readonly string[] Dialled = ["+14165550100", "+18005550199", "+16135550100"];

    private static readonly string[] Keys = ["9", "0", "1", "2", "3", "5"];

    /// <summary>What happens when there is nothing of the kind, so that every step is one.</summary>
    private static readonly StepKind[] Instead =
        [StepKind.Deliver, StepKind.CarryOut, StepKind.Reply, StepKind.Agent, StepKind.Lanes, StepKind.Match, StepKind.Pass];

    public static async Task Play(World world, IEnumerable<Step> steps)
    {
        await world.SignIn();
        var invariants = new Invariants(world);
        foreach (var step in steps)
        {
            world.Tell($"{world.Clock.GetUtcNow():HH:mm:ss} {step}");
            foreach (var kind in Instead.Prepend(step.Kind))
            {
                if (await Take(world, step with { Kind = kind }))
                    break;
            }
            await invariants.Hold();
        }
        world.Tell($"{world.Clock.GetUtcNow():HH:mm:ss} settle");
        world.Store.Between = null;
        await Settling.Run(world);
        await invariants.Hold();
    }

    private static async Task<bool> Take(World world, Step step)
    {
        var (carrier, outbox) = (world.Carrier, world.Outbox);
        switch (step.Kind)
        {
            case StepKind.Arrive when carrier.Legs.Count(l => l.IsCaller) < MostCallers:
                carrier.Arrive(Dialled[step.How % Dialled.Length], "+14165550123");
                break;
            case StepKind.Deliver when Pick(outbox, step) is { } message:
                await world.Deliver(message);
                break;
            case StepKind.DeliverBetween when outbox.Count > 1 && Pick(outbox, step) is { } message:
                outbox.Remove(message);
                world.Store.Between = () => world.Deliver(outbox[step.How % outbox.Count]);
                await world.Deliver(message);
                world.Store.Between = null;
                break;
            case StepKind.DeliverTwice when Pick(outbox, step) is { } message:
                world.Copies.Add(message with { Leg = null });
                await world.Deliver(message);
                break;
            case StepKind.Again when Pick(world.Copies, step) is { } message:
                world.Copies.Remove(message);
                await world.Deliver(message);
                break;
            case StepKind.Lose when Pick(outbox, step) is { } message:
                world.Fail(message);
                break;
            case StepKind.Key when Pick(world.Callers.Where(l => l.Listening is not null), step) is { } caller:
                carrier.Press(caller, Keys[step.How % Keys.Length]);
                break;
            case StepKind.HangUp when Pick(world.Callers, step) is { } caller:
                carrier.End(caller, "completed");
                break;
            case StepKind.Agent when Pick(carrier.Legs.Where(l => !l.IsCaller && !l.IsOver), step) is { } leg:
                Agent(world, leg, step.How);
                break;
            case StepKind.DeskAccept when Pick(await Busy(world, AgentPhase.Offered), step) is { } agent:
                await world.Accept(agent);
                break;
            case StepKind.DeskDecline when Pick(await Busy(world, AgentPhase.Offered), step) is { } agent:
                await world.Decline(agent);
                break;
            case StepKind.DeskEnd when Pick(await Busy(world, AgentPhase.Talking, AgentPhase.Joining), step) is { } agent:
                await world.EndTalk(agent);
                break;
            case StepKind.DeskTransfer when Pick(await Busy(world, AgentPhase.Talking), step) is { } agent:
                await world.Transfer(agent, step.How);
                break;
            case StepKind.Lanes:
                return await world.StartLanes();
            case StepKind.CarryOut when Pick(carrier.Requests.Where(r => r.Reply is null), step) is { } request:
                world.CarryOut(request, step.How % 8 < 5 ? Mishap.None : (Mishap)(step.How % 8 - 4));
                break;
            case StepKind.Reply when Pick(carrier.Requests.Where(r => r.Reply is not null), step) is { } request:
                world.Arrive(request);
                break;
            case StepKind.Pass:
                await world.Pass(1 + step.How % 25);
                break;
            case StepKind.Timers:
                await world.FireTimers();
                break;
            case StepKind.Match:
                return await world.Match();
            case StepKind.Sweep:
                await world.Sweep();
                break;
            case StepKind.Crash when step.How % 4 == 0:
                world.Crash(step.Which);
                break;
            case StepKind.LineAnswers when Pick(world.Callers.Where(l => l.Place == LegPlace.Line), step) is { } caller:
                carrier.LineOver(caller, step.How % 2 == 0 ? "completed" : "busy");
                break;
            case StepKind.Calm:
                await Settling.Calm(world);
                break;
            default:
                return false;
        }
        return true;
    }

    private static void Agent(World world, Leg leg, int how)
    {
        var carrier = world.Carrier;
        if (leg.Place == LegPlace.Dialled)
            carrier.Ring(leg);
        else if (leg.Place == LegPlace.Ringing && how % 6 == 0)
            carrier.End(leg, how % 4 == 0 ? "busy" : "failed");
        else if (leg.Place == LegPlace.Ringing && !Settling.IsBusy(world, leg))
            carrier.Answer(leg);
        else if (leg.Listening is not null)
            carrier.Press(leg, how % 6 == 0 ? "" : how % 6 == 1 ? "5" : "1");
        else if (how % 4 == 0)
            carrier.End(leg, "completed");
    }

    private static async Task<IEnumerable<AgentState>> Busy(World world, params AgentPhase[] phases) =>
        (await world.Floor()).Agents.Select(a => a.State).Where(a => phases.Contains(a.Phase));

    private static T? Pick<T>(IEnumerable<T> from, Step step)
        where T : class
    {
        var all = from.ToList();
        return all.Count == 0 ? null : all[step.Which % all.Count];
    }
}
