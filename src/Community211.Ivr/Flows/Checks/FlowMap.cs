using System.Collections.Immutable;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Flows.Checks;

/// <summary>All spots of a flow and the ways between them, in one world. What the proofs walk on; the calls they give are played for real.</summary>
public sealed class FlowMap
{
    private readonly Dictionary<Spot, ImmutableArray<Leg>> _legs = [];
    private readonly Dictionary<Spot, (Spot From, Leg Leg)> _cameFrom = [];

    public FlowMap(FlowSet set, World world)
    {
        Set = set;
        World = world;
        Start = new Spot(set.Flow.Start, null, Crisis: false, Met: false);
        var ahead = new Queue<Spot>([Start]);
        _legs[Start] = [];
        while (ahead.TryDequeue(out var spot))
        {
            _legs[spot] = [.. LegsOf(spot)];
            // Of two ways of the same length the silent one tells more.
            foreach (var leg in _legs[spot].OrderBy(l => l.Does is null ? 0 : 1).Where(l => !_legs.ContainsKey(l.To)))
            {
                _legs[leg.To] = [];
                _cameFrom[leg.To] = (spot, leg);
                ahead.Enqueue(leg.To);
            }
        }
    }

    public FlowSet Set { get; }

    public World World { get; }

    public Spot Start { get; }

    /// <summary>Every spot that a caller can come to.</summary>
    public IEnumerable<Spot> Spots => _legs.Keys;

    public ImmutableArray<Leg> From(Spot spot) => _legs[spot];

    public IEnumerable<Leg> MachineFrom(Spot spot) => _legs[spot].Where(l => l.Does is null);

    /// <summary>Ways that no caller has asked for: those of the machine, and after a transfer, since a mailbox answers too.</summary>
    public IEnumerable<Leg> UnaskedFrom(Spot spot) => _legs[spot].Where(l => l.Does is null || StepAt(spot) is TransferStep);

    /// <summary>What the step of a spot is; null in line when nothing is asked, and at <c>keep-waiting</c> outside any line.</summary>
    public Step? StepAt(Spot spot) => Set.Flow.Steps.GetValueOrDefault(spot.Step);

    /// <summary>The shortest way from the start to a spot, as what the caller does at which step.</summary>
    public ImmutableArray<(string Step, Doing Does)> WayTo(Spot spot)
    {
        var way = new List<(string, Doing)>();
        while (_cameFrom.TryGetValue(spot, out var came))
        {
            if (came.Leg.Does is { } does)
                way.AddRange(Enumerable.Repeat((came.From.Step, does), IsBooking(came.From, came.Leg) ? CallbackStep.Questions : 1));
            spot = came.From;
        }
        way.Reverse();
        return [.. way];
    }

    private IEnumerable<Leg> LegsOf(Spot spot)
    {
        if (spot.Step.Length == 0)
            return Always(spot).Append(Finished(spot.Line!));
        if (StepAt(spot) is not { } step)
            return [];
        return step switch
        {
            QueueStep queue => Always(spot).Concat(queue.Meanwhile is null ? [] : [Machine(spot, "meanwhile", queue.Meanwhile)]).Append(Finished(queue.Id)),
            HangUpStep => [],
            WhenStep choice => [Machine(spot, IsOpen(choice) ? "then" : Step.NoAnswer, IsOpen(choice) ? choice.Then : choice.OtherwiseStep)],
            TransferStep transfer =>
            [
                new Leg(Arrive(transfer.Finished, spot with { Line = null }), TransferStep.Reached, new Doing(DoingKind.Person)),
                Machine(spot with { Line = null }, TransferStep.NotReached, transfer.Failed),
            ],
            CallbackStep callback when !World.Conditions.Callbacks || spot.Line is null || spot.Crisis || !CallbackStep.CanBeSaid(Set) => [Machine(spot, Step.NoAnswer, callback.OtherwiseStep)],
            RegionStep { Prompt: null } region => [Machine(spot, "next", region.Next)],
            _ => step.Edges.Select(e => e.ByCaller ? ByKey(spot, step, e) : Machine(spot, e.Outcome, e.Target)).OfType<Leg>().Concat(Always(spot)),
        };
    }

    private bool IsBooking(Spot from, Leg leg) => StepAt(from) is CallbackStep callback && callback.EdgeOf(leg.Outcome) is not null;

    private bool IsOpen(WhenStep choice) => World.Open.Contains(choice.Calendar);

    private IEnumerable<Leg> Always(Spot spot) =>
        Set.Flow.Always.OrderBy(a => a.Key).Select(a => new Leg(Arrive(a.Value, spot), a.Value, new Doing(DoingKind.Press, a.Key.ToString())));

    private Leg Finished(string line) =>
        new(Arrive(((QueueStep)Set.Flow.Steps[line]).Finished, new Spot(line, null, Crisis: false, Met: true)), "finished", new Doing(DoingKind.Person));

    private Leg Machine(Spot from, string outcome, string target) => new(Arrive(target, from), outcome, null);

    private Leg? ByKey(Spot from, Step step, Edge edge) =>
        step.KeysFor(edge.Outcome) is { } keys ? new Leg(Arrive(edge.Target, from), edge.Outcome, new Doing(DoingKind.Press, keys)) : null;

    /// <summary>Coming to a step: a line that one is in, or a lesser one than the crisis line, is not entered again.</summary>
    private Spot Arrive(string target, Spot from)
    {
        var (_, line, crisis, met) = from;
        if (target == Step.KeepWaiting)
            return line is null ? new Spot(Step.KeepWaiting, null, crisis, met) : new Spot("", line, crisis, Met: false);
        if (Set.Flow.Steps.GetValueOrDefault(target) is not QueueStep queue)
            return new Spot(target, line, crisis, met);
        if (line == queue.Id || (line is not null && crisis && queue.Priority < Priority.Crisis))
            return new Spot("", line, crisis, Met: false);
        return new Spot(queue.Id, queue.Id, crisis || queue.Priority == Priority.Crisis, Met: false);
    }
}
