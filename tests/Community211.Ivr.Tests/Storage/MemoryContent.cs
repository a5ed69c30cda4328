using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Storage;

/// <summary>What a <see cref="MemoryStore"/> holds at one moment; a unit gives another content, or the same.</summary>
public sealed record MemoryContent
{
    public ImmutableDictionary<string, MemoryCall> Calls { get; init; } = ImmutableDictionary<string, MemoryCall>.Empty;

    /// <summary>Numbers that calls are found by, in the order in which they were told.</summary>
    public ImmutableList<(string Number, string Call, DateTimeOffset At)> Numbers { get; init; } = [];

    public ImmutableDictionary<string, QueueEntry> Entries { get; init; } = ImmutableDictionary<string, QueueEntry>.Empty;

    public ImmutableDictionary<string, Versioned<AgentState>> Agents { get; init; } =
        ImmutableDictionary<string, Versioned<AgentState>>.Empty;

    public ImmutableList<AgentFact> AgentFacts { get; init; } = [];

    public ImmutableList<Alert> Alerts { get; init; } = [];

    public ImmutableList<RiskNote> Risks { get; init; } = [];

    public ImmutableList<MemoryCommand> Commands { get; init; } = [];

    public ImmutableDictionary<string, DueWrite> Due { get; init; } = ImmutableDictionary<string, DueWrite>.Empty;

    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Revisions { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    public (CommitResult Result, MemoryContent After) With(CommitUnit unit, DateTimeOffset now)
    {
        if (unit.CommandDone is { } done && !Commands.Any(command => command.Write.Key == done && !command.Done))
            return (new CommitResult(CommitOutcome.Stale), this);
        if (unit.DueDone is { } fired && !Due.ContainsKey(fired))
            return (new CommitResult(CommitOutcome.Stale), this);
        if (unit.Call is { } repeat && Repeated(repeat) is { } repeated)
            return (repeated, this);
        var at = unit.Call?.At ?? now;
        var after = WithDone(unit).WithCall(unit.Call)?.WithAgents(unit.Agents, at, unit.Call?.Sid);
        return after is null
            ? (new CommitResult(CommitOutcome.Conflict), this)
            : (new CommitResult(CommitOutcome.Committed), after.WithRest(unit, at));
    }

    private CommitResult? Repeated(CallWrite call)
    {
        var held = Calls.GetValueOrDefault(call.Sid);
        var earlier = call.Token is null ? null : held?.Facts.FirstOrDefault(fact => fact.Token == call.Token);
        return earlier is null ? null : new CommitResult(CommitOutcome.Repeated, earlier.Reply, earlier.Sequence == held!.Facts.Count);
    }

    private MemoryContent WithDone(CommitUnit unit) => this with
    {
        Commands = [.. Commands.Select(command => command.Write.Key == unit.CommandDone ? command with { Done = true } : command)],
        Due = unit.DueDone is null ? Due : Due.Remove(unit.DueDone),
    };

    private MemoryContent? WithCall(CallWrite? call)
    {
        if (call is null)
            return this;
        var held = Calls.GetValueOrDefault(call.Sid);
        if ((held?.Facts.Count ?? 0) != call.ExpectedSequence)
            return null;
        var fact = new StoredFact(
            call.ExpectedSequence + 1, call.At, Clean(call.Token), Clean(call.Event)!, Clean(call.Reply), Clean(call.Private));
        var facts = (held?.Facts ?? []).Add(fact);
        var number = held?.Number ?? Calls.Count;
        return this with
        {
            Numbers = call.Number is not { } told || Numbers.Any(known => known.Number == told && known.Call == call.Sid) ? Numbers : Numbers.Add((told, call.Sid, call.At)),
            Calls = Calls.SetItem(call.Sid, new MemoryCall(facts, Clean(call.Snapshot)!, Clean(call.Summary)!, call.Ended, number)),
        };
    }

    private MemoryContent? WithAgents(ImmutableArray<AgentWrite> writes, DateTimeOffset at, string? byCall)
    {
        var after = this;
        foreach (var write in writes)
        {
            var free = write.State.Offer is null
                || after.Agents.All(agent => agent.Key == write.Id || agent.Value.State.Offer != write.State.Offer);
            if (!free || (after.Agents.GetValueOrDefault(write.Id)?.Version ?? 0) != write.ExpectedVersion)
                return null;
            after = after with
            {
                Agents = after.Agents.SetItem(write.Id, new Versioned<AgentState>(write.State, write.ExpectedVersion + 1)),
                AgentFacts = after.AgentFacts.Add(new AgentFact(at, write.State, byCall)),
            };
        }

        return after;
    }

    private MemoryContent WithRest(CommitUnit unit, DateTimeOffset at) => this with
    {
        Entries = unit.Entry is not { } entry ? Entries
            : entry.State is null ? Entries.Remove(entry.Call) : Entries.SetItem(entry.Call, entry.State),
        Alerts = Alerts.AddRange(unit.Alerts),
        Risks = unit.Risk is null ? Risks : Risks.Add(unit.Risk),
        Commands = unit.Commands.Aggregate(Commands, (held, write) =>
            held.Any(command => command.Write.Key == write.Key) ? held : held.Add(new MemoryCommand(write, at, false))),
        Due = unit.Due.Aggregate(Due, (held, write) => held.SetItem(write.Key, write)).RemoveRange(unit.DueDropped),
    };

    private static string? Clean(string? text) => text?.Replace('\0', '\uFFFD');
}

/// <summary>A call in memory; <paramref name="Number"/> counts calls in the order of their first facts.</summary>
public sealed record MemoryCall(ImmutableList<StoredFact> Facts, string Snapshot, string Summary, bool Ended, int Number);

/// <summary>A command in memory, in order of creation.</summary>
public sealed record MemoryCommand(CommandWrite Write, DateTimeOffset At, bool Done);
