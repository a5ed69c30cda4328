using Community211.Ivr.Calls;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>What holds after every step.</summary>
internal sealed class Invariants(World world)
{
    private readonly Dictionary<string, CallState> _before = new(StringComparer.Ordinal);

    public async Task Hold()
    {
        var floor = await world.Floor();
        var agents = floor.Agents.Select(a => a.State).ToList();
        foreach (var leg in world.Carrier.Legs.Where(l => l.IsCaller))
        {
            if (await world.Load(leg.Sid) is not { } state)
                continue;
            Check(state, floor.Entries.FirstOrDefault(e => e.Call == state.Sid), agents);
            if (_before.TryGetValue(state.Sid, out var before))
                Moved(before, state);
            _before[state.Sid] = state;
        }
        foreach (var agent in agents)
            await Check(agent);
    }

    /// <summary>No free agent is left who may answer a crisis caller that has fewer than two offers.</summary>
    public static async Task AfterMatching(World world)
    {
        var floor = await world.Floor();
        var now = world.Clock.GetUtcNow();
        var free = floor.Agents.Select(a => a.State).Where(a => a.Phase == AgentPhase.Available && !(a.NotBefore > now)).ToList();
        foreach (var entry in floor.Entries.Where(e => e.Phase == CallerPhase.Waiting))
        {
            var wanted = entry.Priority == Priority.Crisis ? 2 : 1;
            var fresh = now < entry.PageAt.AddSeconds(entry.PageSeconds + 10);
            var may = free.Where(a => entry.Members.Any(m => !m.Contact && entry.ArrivedAt + m.From <= now && (m.Who == a.Region || m.Who == "province")) && !WaitsForSpeaker(entry, a, now));
            if (fresh && entry.Offers.Count(o => !o.Contact) < wanted && may.Any(a => entry.Offers.All(o => o.To != a.Id)))
                throw new ModelException($"{entry.Call} waits although {may.First().Id} is free.");
        }
    }

    private static void Check(CallState state, QueueEntry? entry, List<AgentState> agents)
    {
        var mine = agents.Where(a => a.Call == state.Sid).ToList();
        Rule(mine.Count(a => a.Phase is AgentPhase.Joining or AgentPhase.Talking) <= (state.Connection?.Consult is { Contact: false } ? 2 : 1), $"two agents with {state.Sid}");
        Rule(state.Connection is not null == state.Phase is CallerPhase.Connecting or CallerPhase.Talking, $"{state.Sid} is {state.Phase} with connection {state.Connection}");
        Rule(state.Offers.All(o => o.Consult ? state.Phase == CallerPhase.Talking : state.Phase is CallerPhase.Waiting or CallerPhase.Parking), $"{state.Sid} is {state.Phase} with open offers");
        Rule(state.Connection?.Consult is null || state is { Phase: CallerPhase.Talking, Offers.IsEmpty: true }, $"{state.Sid} is {state.Phase} with somebody called in");
        Rule(state.Offers.Count(o => !o.Contact) <= (state.Flow.Priority == Priority.Crisis ? 2 : 1), $"{state.Sid} has too many offers");
        Rule(state.Phase != CallerPhase.Ended || mine.Count == 0, $"{state.Sid} is over and holds {mine.FirstOrDefault()?.Id}");
        var inLine = state.Flow.Line is not null && state.Phase is not (CallerPhase.Ended or CallerPhase.Outside or CallerPhase.Flow);
        Rule(inLine == entry is not null, $"{state.Sid} is {state.Phase}, its entry {entry?.Phase}");
        Rule(state.Phase is CallerPhase.Ended or CallerPhase.Outside || state.Flow.Line is null == state.Phase is CallerPhase.Flow, $"{state.Sid} is {state.Phase} in line {state.Flow.Line}");
        Rule(entry is null || (entry.Phase == state.Phase && entry.Offers.SequenceEqual(state.Offers)), $"the entry of {state.Sid} is old");
    }

    private static void Moved(CallState before, CallState after)
    {
        Rule(before.Phase != CallerPhase.Ended || CallJson.Write(before) == CallJson.Write(after), $"{after.Sid} changed after its end");
        Rule(after.Epoch >= before.Epoch && after.Turn >= before.Turn, $"epoch or turn of {after.Sid} went back");
        Rule(before.Flow.ArrivedAt is null || after.Flow.ArrivedAt == before.Flow.ArrivedAt, $"{after.Sid} lost its arrival time");
        Rule(after.Flow.Priority >= before.Flow.Priority, $"{after.Sid} lost its priority");
        Rule(after.Connection is null || before.Connection is null || after.Connection.Epoch != before.Connection.Epoch || after.Connection.Leg == before.Connection.Leg || after.Connection.Leg == before.Connection.Consult?.Leg, $"another leg took over the connection of {after.Sid}");
    }

    private async Task Check(AgentState agent)
    {
        Rule(agent.Offer is not null == agent.Phase is AgentPhase.Offered or AgentPhase.Joining or AgentPhase.Talking, $"{agent.Id} is {agent.Phase} with offer {agent.Offer}");
        if (agent.Call is not { } call)
            return;
        var state = await world.Load(call);
        var held = agent.Phase == AgentPhase.Offered ? state!.Offers.Any(o => o.Id == agent.Offer) : state!.Connection?.Offer == agent.Offer || state.Connection?.Consult?.Offer == agent.Offer;
        Rule(held, $"{agent.Id} is {agent.Phase} with {call}, which does not know of it");
    }

    private static void Rule(bool holds, string otherwise)
    {
        if (!holds)
            throw new ModelException(otherwise);
    }

    /// <summary>Who chose French waits two minutes at most for somebody who speaks it; in a crisis nobody does.</summary>
    private static bool WaitsForSpeaker(QueueEntry entry, AgentState agent, DateTimeOffset now) =>
        entry is { LanguageNeed: LanguageNeed.Owed, Priority: not Priority.Crisis } && !agent.Languages.Contains(entry.Language!) && now < entry.ArrivedAt.AddMinutes(2);
}
