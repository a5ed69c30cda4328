using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls;

/// <summary>Who must not be set away: the last agent of a partner on the floor, and its last crisis agent.</summary>
internal static class LastOnes
{
    public static bool IsLast(string id, IEnumerable<AgentState> floor)
    {
        var all = floor.Where(a => a.Phase is not (AgentPhase.Off or AgentPhase.Away)).ToList();
        if (all.Find(a => a.Id == id) is not { } agent)
            return false;
        var others = all.Where(a => a.Region == agent.Region && a.Id != id).ToList();
        return others.Count == 0 || (agent.CrisisTrained && !others.Exists(a => a.CrisisTrained));
    }
}
