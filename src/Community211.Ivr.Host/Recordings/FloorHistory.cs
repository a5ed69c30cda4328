using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Recordings;

/// <summary>What became of the agents during a call, told apart by who did it: others, or this call.</summary>
/// <param name="ByOthers">States at the start, and what others made of them.</param>
/// <param name="Rested">When agents whom this call had set to rest were free again: a replay's own timers do that.</param>
internal sealed record FloorHistory(ImmutableArray<RecordedAgent> ByOthers, ImmutableArray<DateTimeOffset> Rested)
{
    public static FloorHistory Of(string call, ImmutableArray<AgentFact> facts)
    {
        var last = new Dictionary<string, AgentFact>(StringComparer.Ordinal);
        var others = ImmutableArray.CreateBuilder<RecordedAgent>();
        var rested = ImmutableArray.CreateBuilder<DateTimeOffset>();
        foreach (var fact in facts)
        {
            if (last.TryGetValue(fact.State.Id, out var before) && before.ByCall == call && IsEndOfRest(before.State, fact))
                rested.Add(fact.At);
            else if (fact.ByCall != call)
                others.Add(new RecordedAgent(fact.At, Anonymous(fact.State)));
            last[fact.State.Id] = fact;
        }
        return new FloorHistory(others.ToImmutable(), rested.ToImmutable());
    }

    private static bool IsEndOfRest(AgentState before, AgentFact fact) =>
        fact.ByCall is null && fact.State.By is null && before.Phase is AgentPhase.WrapUp or AgentPhase.Away && fact.State.Phase == AgentPhase.Available
        && fact.State.Version == before.Version + 1;

    /// <summary>Which other caller an agent was busy with is none of this call's business.</summary>
    private static AgentState Anonymous(AgentState state) => state with { Call = null, Offer = null };
}
