using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Simulation.Days;

/// <summary>
/// A day on a clock of its own: callers go through the pure step of the service, are seen by its matching rule as the service shows them,
/// and change in line by what they do there. Which offers ring in vain is drawn from the given dice.
/// </summary>
public sealed class DayRun
{
    /// <summary>After midnight nobody calls any more; who is in line then is served for so long.</summary>
    private static readonly TimeSpan Overtime = TimeSpan.FromHours(6);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Agenda<Happening> agenda = new();
    private readonly Dictionary<string, CallerInFlow> open = new(StringComparer.Ordinal);
    private readonly List<DayOutcome> outcomes = [];
    private readonly DayScenario scenario;
    private readonly FlowSet set;
    private readonly DayFloor floor;
    private readonly Random random;
    private bool looks;
    private bool contacts;
    private DateTimeOffset? wakes;

    private DayRun(DayScenario scenario, FlowSet set, SeatPlan seats, Random random, MatchRule decide)
    {
        var start = DayCallers.Start(scenario, set);
        (this.scenario, this.set, this.random) = (scenario, set, random);
        floor = new DayFloor(seats.Seats(scenario, set, start), set.Queues, decide, start);
        for (var at = TimeSpan.Zero; at < TimeSpan.FromDays(1) + Overtime; at += Hour)
            agenda.At(start + at, new DutyChanges());
        agenda.At(start + TimeSpan.FromDays(1) + Overtime, new DayEnds());
    }

    /// <summary>Plays until everybody was answered or hung up, at the latest six hours after midnight.</summary>
    /// <param name="scenario">How long things take.</param>
    /// <param name="set">Flow, places and rules of the service.</param>
    /// <param name="callers">One call each.</param>
    /// <param name="seats">Who is on duty.</param>
    /// <param name="random">Dice for what rings in vain.</param>
    /// <param name="decide">Default: the rule itself.</param>
    public static DayResult Play(DayScenario scenario, FlowSet set, IReadOnlyCollection<DayCaller> callers, SeatPlan seats, Random random, MatchRule? decide = null)
    {
        var run = new DayRun(scenario, set, seats, random, decide ?? Matcher.Plan);
        foreach (var caller in callers)
            run.agenda.At(caller.At, new Calls(caller));
        run.Go(callers.Count);
        return new DayResult([.. run.outcomes], run.floor.Decisions, run.floor.Inverted, run.floor.MostWaiting);
    }

    private void Go(int calls)
    {
        while (outcomes.Count < calls && agenda.TryNext(out var next) && next is not DayEnds)
        {
            Apply(next, agenda.Now);
            if (agenda.IsMomentOver)
                Match(agenda.Now);
        }
        foreach (var caller in open.Values.ToList())
            End(caller, caller.State.Line is null ? DayEnd.InFlow : DayEnd.InLine);
    }

    private void Apply(Happening happening, DateTimeOffset now)
    {
        switch (happening)
        {
            case DutyChanges:
                floor.Change(now);
                looks = true;
                break;
            case Calls calls:
                var flow = open[calls.Caller.Call] = new CallerInFlow(set, calls.Caller);
                if (calls.Caller.Patience is { } patience)
                    agenda.At(now + patience, new HangsUp(flow));
                Became(flow, flow.Begin(now), now);
                break;
            case Heard heard when IsOpen(heard.By):
                Became(heard.By, heard.By.Answer(now), now);
                break;
            case HangsUp gone when IsOpen(gone.By):
                looks |= floor.Leave(gone.By.Caller.Call, now);
                End(gone.By, DayEnd.HungUp);
                break;
            case Taken taken when floor.IsOpen(taken.Offer.Call, taken.Name):
                Answered(open[taken.Offer.Call], taken.Offer, now);
                break;
            case InVain vain when floor.IsOpen(vain.Offer.Call, vain.Name):
                var (again, version) = floor.InVain(vain.Offer, scenario.Floor.Away, now);
                agenda.At(again, new Rested(vain.Offer.To, version));
                looks = true;
                break;
            case Rested rested when floor.Agent(rested.Agent) is var agent && agent.Version == rested.Version:
                if (agent.Phase is AgentPhase.Away or AgentPhase.Talking)
                    floor.Free(rested.Agent, now);
                looks = true;
                break;
            case Looks:
                looks = true;
                break;
            case ContactIsDue:
                contacts = true;
                break;
        }
    }

    /// <summary>The flow moved the caller: into a line, on in it, or to an end.</summary>
    private void Became(CallerInFlow flow, DateTimeOffset? heard, DateTimeOffset now)
    {
        if (flow.IsEnded)
        {
            looks |= floor.Leave(flow.Caller.Call, now);
            End(flow, DayEnd.EndedByUs);
            return;
        }
        if (heard is { } at)
            agenda.At(at, new Heard(flow));
        if (flow.Entry(now) is not { } entry)
            return;
        if (!floor.Put(entry))
            return;
        looks = true;
        foreach (var contact in entry.Members.Where(m => m.Contact))
            agenda.At(entry.ArrivedAt + contact.From > now ? entry.ArrivedAt + contact.From : now, new ContactIsDue());
    }

    private void Answered(CallerInFlow flow, PlannedOffer offer, DateTimeOffset now)
    {
        var caller = flow.Caller;
        if (offer.Contact)
        {
            looks |= floor.Leave(caller.Call, now);
            End(flow, DayEnd.AnsweredByContact);
            return;
        }
        looks |= floor.Leave(caller.Call, now, answeredBy: offer.To);
        var agent = floor.Agent(offer.To);
        var interpreted = !agent.Languages.Contains(caller.Language);
        agenda.At(now + (caller.Talk * (interpreted ? caller.Interpreted : 1)) + scenario.WrapUp, new Rested(offer.To, agent.Version));
        End(flow, DayEnd.Answered, agent, interpreted);
    }

    private void Match(DateTimeOffset now)
    {
        // Without anybody free there is nobody to offer but contacts.
        if (!contacts && !(looks && floor.IsAnyoneFree(now)))
            return;
        (looks, contacts) = (false, false);
        var plan = floor.Plan(now);
        foreach (var offer in plan.Offers)
        {
            var name = floor.Offer(offer, now);
            if (offer.Contact)
                agenda.At(now + scenario.Floor.ContactAnswer, new Taken(offer, name));
            else if (random.OfHundred(scenario.Floor.NoAnswer))
                agenda.At(now + scenario.Floor.Ring, new InVain(offer, name));
            else
                agenda.At(now + scenario.Floor.Answer, new Taken(offer, name));
        }
        if (plan.WakeAt is { } wake && floor.IsAnyoneFree(now) && !(wakes > now && wakes <= wake))
        {
            wakes = wake;
            agenda.At(wake, new Looks());
        }
    }

    private bool IsOpen(CallerInFlow flow) => open.ContainsKey(flow.Caller.Call);

    private void End(CallerInFlow flow, DayEnd end, AgentState? by = null, bool interpreted = false)
    {
        open.Remove(flow.Caller.Call);
        outcomes.Add(new DayOutcome
        {
            Caller = flow.Caller,
            End = end,
            At = agenda.Now,
            Priority = flow.State.Priority,
            Region = flow.State.Region,
            InLineAt = flow.State.ArrivedAt,
            CrisisAt = flow.CrisisAt,
            By = by,
            Interpreted = interpreted,
        });
    }

    private abstract record Happening;

    private sealed record DutyChanges : Happening;

    private sealed record DayEnds : Happening;

    private sealed record Calls(DayCaller Caller) : Happening;

    private sealed record Heard(CallerInFlow By) : Happening;

    private sealed record HangsUp(CallerInFlow By) : Happening;

    private sealed record Taken(PlannedOffer Offer, string Name) : Happening;

    private sealed record InVain(PlannedOffer Offer, string Name) : Happening;

    private sealed record Rested(string Agent, int Version) : Happening;

    private sealed record Looks : Happening;

    private sealed record ContactIsDue : Happening;
}
