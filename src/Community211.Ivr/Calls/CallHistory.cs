using System.Collections.Immutable;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Calls;

/// <summary>What the facts of a call add up to.</summary>
public static class CallHistory
{
    /// <summary>
    /// The snapshot that the facts give when they are applied again from the first. It is the stored one, also after the private parts
    /// are forgotten.
    /// </summary>
    public static CallState? Fold(string sid, FlowSet set, CallRules rules, ImmutableArray<StoredFact> facts)
    {
        CallState? state = null;
        foreach (var fact in facts)
        {
            var happened = CallJson.ReadEvent(fact.Event, fact.Private);
            if (state is null)
            {
                if (happened is not CallArrived arrived)
                    return null;
                state = new CallState { Sid = sid, Revision = set.Revision, To = arrived.To, StartedAt = fact.At };
            }
            var unit = new CallUnit(set, rules, state, happened, [], fact.At) { Folding = true };
            happened.ApplyTo(unit);
            state = unit.State;
        }
        return state;
    }
}
