using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Storage;

/// <summary>The contract of <see cref="IStore"/> in memory: the model for other stores, and a stand-in for tests.</summary>
public sealed partial class MemoryStore(TimeProvider clock) : IStore
{
    private readonly Lock gate = new();
    private MemoryContent content = new();

    public Task<CommitResult> Commit(CommitUnit unit, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return Task.FromCanceled<CommitResult>(stop);
        lock (gate)
        {
            var (result, after) = content.With(unit, clock.GetUtcNow());
            content = after;
            return Task.FromResult(result);
        }
    }

    public Task<StoredCall?> LoadCall(string sid, CancellationToken stop) => Read(now => now.Calls.TryGetValue(sid, out var call)
        ? new StoredCall(call.Facts.Count, call.Snapshot, [.. Agents(now).Where(agent => agent.State.Call == sid)])
        : null);

    public Task<Versioned<AgentState>?> LoadAgent(string id, CancellationToken stop) => Read(now => now.Agents.GetValueOrDefault(id));

    public Task<StoredFloor> LoadFloor(CancellationToken stop) =>
        Read(now => new StoredFloor([.. now.Entries.Values.OrderBy(entry => entry.Call, StringComparer.Ordinal)], Agents(now)));

    public Task<ImmutableArray<StoredCommand>> OpenCommands(int most, CancellationToken stop) => Read(now => now.Commands
        .Where(command => !command.Done)
        .GroupBy(command => command.Write.Call)
        .Select(lane => lane.First())
        .OrderByDescending(command => command.Write.First)
        .ThenBy(now.Commands.IndexOf)
        .Take(most)
        .Select(command => new StoredCommand(command.Write.Key, command.Write.Call, command.Write.Request, command.At))
        .ToImmutableArray());

    public Task<ImmutableArray<StoredDue>> DueBefore(DateTimeOffset now, int most, CancellationToken stop) => Read(held => held.Due.Values
        .Where(due => due.At <= now)
        .OrderBy(due => due.At)
        .ThenBy(due => due.Key, StringComparer.Ordinal)
        .Take(most)
        .Select(due => new StoredDue(due.Key, due.At, due.Call, due.Agent, due.Event))
        .ToImmutableArray());

    public Task<DateTimeOffset?> NextDue(CancellationToken stop) => Read(now => now.Due.Values.Min(due => (DateTimeOffset?)due.At));

    public Task<ImmutableArray<StoredFact>> Facts(string sid, CancellationToken stop) =>
        Read(now => now.Calls.TryGetValue(sid, out var call) ? call.Facts.ToImmutableArray() : []);

    public Task<ImmutableArray<CallSummary>> Calls(int most, CancellationToken stop) => Read(now => now.Calls
        .OrderByDescending(call => call.Value.Facts[0].At)
        .ThenByDescending(call => call.Value.Number)
        .Take(most)
        .Select(call => new CallSummary(call.Key, call.Value.Facts[0].At, call.Value.Ended, call.Value.Summary))
        .ToImmutableArray());

    public Task<ImmutableArray<string>> CallsAfter(string? sid, int most, CancellationToken stop) => Read(now =>
    {
        var all = now.Calls.OrderBy(call => call.Value.Facts[0].At).ThenBy(call => call.Value.Number).Select(call => call.Key).ToList();
        var after = sid is null ? 0 : all.Contains(sid) ? all.IndexOf(sid) + 1 : all.Count;
        return all.Skip(after).Take(most).ToImmutableArray();
    });

    public Task<ImmutableArray<string>> Snapshots(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) => Read(now =>
        now.Calls.Values.Select(call => (call.Facts[0].At, call.Number, call.Snapshot)).Where(call => call.At >= from && call.At < until)
            .OrderBy(call => call.At).ThenBy(call => call.Number).Select(call => call.Snapshot).ToImmutableArray());

    public Task<ImmutableArray<string>> CallsFrom(string number, DateTimeOffset since, CancellationToken stop) => Read(now =>
        now.Numbers.Reverse().Where(known => known.Number == number && known.At >= since).OrderByDescending(known => known.At).Select(known => known.Call).ToImmutableArray());

    public Task<bool> Forget(string sid, CancellationToken stop) => Read(now =>
    {
        var known = now.Calls.GetValueOrDefault(sid);
        if (known?.Facts.Any(fact => fact.Private is not null) != true)
            return false;
        content = now with
        {
            Calls = now.Calls.SetItem(sid, known with { Facts = [.. known.Facts.Select(fact => fact with { Private = null })] }),
            Numbers = now.Numbers.RemoveAll(number => number.Call == sid),
        };
        return true;
    });

    public Task<ImmutableArray<string>> LiveCalls(CancellationToken stop) =>
        Read(now => now.Calls.Where(call => !call.Value.Ended).Select(call => call.Key).Order(StringComparer.Ordinal).ToImmutableArray());

    public Task<ImmutableArray<AgentFact>> AgentFacts(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) => Read(now =>
    {
        var leading = now.AgentFacts.Where(fact => fact.At <= from).GroupBy(fact => fact.State.Id).Select(agent => agent.Last()).ToList();
        return now.AgentFacts
            .Where(fact => leading.Contains(fact) || (fact.At > from && fact.At < until))
            .OrderBy(fact => fact.At)
            .ToImmutableArray();
    });

    public async Task<ImmutableArray<AgentFact>> FactsOfAgent(string agent, DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        [.. (await AgentFacts(from, until, stop)).Where(fact => fact.State.Id == agent)];

    public Task SaveRevision(string revision, ImmutableDictionary<string, string> files, CancellationToken stop)
    {
        lock (gate)
        {
            if (!content.Revisions.ContainsKey(revision))
                content = content with { Revisions = content.Revisions.Add(revision, files) };
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableDictionary<string, string>?> LoadRevision(string revision, CancellationToken stop) =>
        Read(now => now.Revisions.GetValueOrDefault(revision));

    public Task Probe(CancellationToken stop) => Task.CompletedTask;

    private static ImmutableArray<Versioned<AgentState>> Agents(MemoryContent now) =>
        [.. now.Agents.OrderBy(agent => agent.Key, StringComparer.Ordinal).Select(agent => agent.Value)];

    private Task<T> Read<T>(Func<MemoryContent, T> read)
    {
        lock (gate)
            return Task.FromResult(read(content));
    }
}
