using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Staff;

/// <summary>How near an agent is to a caller: in the talk, writing down what it was about, or done with it.</summary>
/// <param name="State">The call.</param>
/// <param name="Agent">The agent on the floor.</param>
/// <param name="Talking">The caller is with this agent now, or on the way.</param>
/// <param name="WrappingUp">The agent's wrap-up after the talk with this caller lasts.</param>
/// <param name="Last">The agent's last talk with the caller; null if there was none.</param>
internal sealed record AtHand(CallState State, AgentState Agent, bool Talking, bool WrappingUp, Talk? Last)
{
    /// <summary>Null, and a refusal, when the call is not known or the agent has nothing to do with it.</summary>
    public static async Task<(AtHand? Found, IResult? Refused)> Look(IStore store, string agent, string call, CancellationToken stop)
    {
        if (await store.LoadCall(call, stop) is not { } stored)
            return (null, JsonBody.Problem(404, $"No call {call} is known."));
        if ((await store.LoadAgent(agent, stop))?.State is not { } state)
            return (null, JsonBody.Problem(404, $"{agent} is not on the floor."));
        var snapshot = CallJson.Read<CallState>(stored.Snapshot);
        var last = snapshot.Talks.LastOrDefault(t => !t.Contact && t.With == agent);
        var talking = state.Call == call && state.Phase is AgentPhase.Joining or AgentPhase.Talking;
        return talking || last is not null
            ? (new AtHand(snapshot, state, talking, state.Phase == AgentPhase.WrapUp && last?.Until == state.Since, last), null)
            : (null, JsonBody.Problem(403, "This caller was never with you."));
    }
}
