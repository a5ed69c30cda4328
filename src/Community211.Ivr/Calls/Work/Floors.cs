using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Work;

/// <summary>
/// Seats the agents of <c>places.yaml</c>, and signs them out when they no longer stand there. Who is off by their own word, or a
/// supervisor's, stays off.
/// </summary>
public static class Floors
{
    /// <summary>Brings the floor in line with the files; agents who are busy finish what they are doing.</summary>
    /// <returns>Whether it is in line; if not, somebody was busy or changed at the same moment: ask again.</returns>
    public static async Task<bool> SignIn(IStore store, PlacesSource source, CancellationToken stop)
    {
        var (set, now, mode) = source;
        var known = (await store.LoadFloor(stop)).Agents.ToDictionary(a => a.State.Id, StringComparer.Ordinal);
        var day = set.Places.DayOf(now);
        var inLine = true;
        foreach (var (agent, region) in set.Places.Regions.Values.SelectMany(r => r.Agents.Select(a => (a, r))))
        {
            var answersFor = set.Places.InForce(region.Id, day)?.Id;
            var stored = known.GetValueOrDefault(agent.Id);
            known.Remove(agent.Id);
            if (answersFor is null)
                continue;
            var before = stored?.State ?? new AgentState { Id = agent.Id, Number = agent.Number, Region = answersFor, Phase = AgentPhase.Off, Since = now, IdleSince = now };
            var wanted = before with { Number = agent.Number, Region = answersFor, Languages = agent.Languages, CrisisTrained = agent.CrisisTrained, LittleOf = agent.LittleOf, Knows = agent.Knows };
            if (mode == SignInMode.AtStart && wanted is { Phase: AgentPhase.Off, By: null })
                wanted = wanted with { Phase = AgentPhase.Available, Since = now, IdleSince = now, Version = wanted.Version + 1 };
            if (stored is null || CallJson.Write(wanted) != CallJson.Write(before))
                inLine &= await Write(store, wanted, stored?.Version ?? 0, stop);
        }
        foreach (var gone in known.Values.Where(a => a.State.Phase is AgentPhase.Available or AgentPhase.Away or AgentPhase.WrapUp))
            inLine &= await Write(store, gone.State with { Phase = AgentPhase.Off, By = null, AwayReason = null, Since = now, Version = gone.State.Version + 1 }, gone.Version, stop);
        return inLine && known.Values.All(a => a.State.Phase is AgentPhase.Available or AgentPhase.Away or AgentPhase.WrapUp or AgentPhase.Off);
    }

    /// <summary>The agent's own version counts phases: the timer of one that goes on must still find it.</summary>
    private static async Task<bool> Write(IStore store, AgentState agent, long version, CancellationToken stop)
    {
        ImmutableArray<AgentWrite> write = [new AgentWrite(agent.Id, version, agent)];
        return (await store.Commit(new CommitUnit { Agents = write }, stop)).Outcome == CommitOutcome.Committed;
    }
}

/// <summary>The files, the moment at which they count, and who signs in those who stand there.</summary>
public readonly record struct PlacesSource(FlowSet Set, DateTimeOffset Now, SignInMode Mode = SignInMode.AtStart);
