using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>Which calls a supervisor may act on: those of the region, and those that an agent of it answered, until 72 h after their end.</summary>
internal sealed class SupervisorReach(IStore store, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>A sentence that says why not; null when they may.</summary>
    public async Task<string?> WhyNot(string region, CallState state, CancellationToken stop)
    {
        if (state.Flow.Region is not null && state.Flow.Region != region && !await Answered(region, state, stop))
            return $"This call is of {state.Flow.Region}, and no agent of {region} answered it.";
        return state.Phase == CallerPhase.Ended && clock.GetUtcNow() - await EndOf(state.Sid, stop) > Longest
            ? $"This call ended more than {Longest.TotalHours:0} hours ago." : null;
    }

    private async Task<bool> Answered(string region, CallState state, CancellationToken stop)
    {
        foreach (var who in state.Talks.Where(t => !t.Contact).Select(t => t.With).Append(state.Connection?.To ?? state.AnsweredBy).OfType<string>().Distinct())
        {
            if ((await store.LoadAgent(who, stop))?.State.Region == region)
                return true;
        }
        return false;
    }

    private async Task<DateTimeOffset> EndOf(string call, CancellationToken stop)
    {
        var facts = await store.Facts(call, stop);
        var end = facts.LastOrDefault(f => CallJson.Read<CallEvent>(f.Event).Because?.Any(r => r.Code == "ended") == true);
        return (end ?? facts[^1]).At;
    }
}
