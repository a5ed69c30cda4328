using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;
using Community211.Ivr.Tests.Storage;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>A store in memory where something else may happen between a reading and the commit that builds on it.</summary>
internal sealed class InterruptedStore(MemoryStore inner) : IStore
{
    /// <summary>Happens once, after the next call is read.</summary>
    public Func<Task>? Between { get; set; }

    /// <summary>Happens once, after open commands are read.</summary>
    public Action? AfterCommandsRead { get; set; }

    public Task<CommitResult> Commit(CommitUnit unit, CancellationToken stop) => inner.Commit(unit, stop);

    public async Task<StoredCall?> LoadCall(string sid, CancellationToken stop)
    {
        var read = await inner.LoadCall(sid, stop);
        if (Between is { } between)
        {
            Between = null;
            await between();
        }
        return read;
    }

    public Task<Versioned<AgentState>?> LoadAgent(string id, CancellationToken stop) => inner.LoadAgent(id, stop);

    public Task<StoredFloor> LoadFloor(CancellationToken stop) => inner.LoadFloor(stop);

    public async Task<ImmutableArray<StoredCommand>> OpenCommands(int most, CancellationToken stop)
    {
        var read = await inner.OpenCommands(most, stop);
        var after = AfterCommandsRead;
        AfterCommandsRead = null;
        after?.Invoke();
        return read;
    }

    public Task<ImmutableArray<StoredDue>> DueBefore(DateTimeOffset now, int most, CancellationToken stop) => inner.DueBefore(now, most, stop);

    public Task<DateTimeOffset?> NextDue(CancellationToken stop) => inner.NextDue(stop);

    public Task<ImmutableArray<StoredFact>> Facts(string sid, CancellationToken stop) => inner.Facts(sid, stop);

    public Task<ImmutableArray<CallSummary>> Calls(int most, CancellationToken stop) => inner.Calls(most, stop);

    public Task<ImmutableArray<string>> CallsAfter(string? sid, int most, CancellationToken stop) => inner.CallsAfter(sid, most, stop);

    public Task<ImmutableArray<string>> CallsFrom(string number, DateTimeOffset since, CancellationToken stop) => inner.CallsFrom(number, since, stop);

    public Task<ImmutableArray<string>> Snapshots(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) => inner.Snapshots(from, until, stop);

    public Task<ImmutableArray<string>> LiveCalls(CancellationToken stop) => inner.LiveCalls(stop);

    public Task<ImmutableArray<AgentFact>> AgentFacts(DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        inner.AgentFacts(from, until, stop);

    public Task<ImmutableArray<AgentFact>> FactsOfAgent(string agent, DateTimeOffset from, DateTimeOffset until, CancellationToken stop) =>
        inner.FactsOfAgent(agent, from, until, stop);

    public Task SaveRevision(string revision, ImmutableDictionary<string, string> files, CancellationToken stop) =>
        inner.SaveRevision(revision, files, stop);

    public Task<ImmutableDictionary<string, string>?> LoadRevision(string revision, CancellationToken stop) => inner.LoadRevision(revision, stop);

    public Task Probe(CancellationToken stop) => inner.Probe(stop);

    public Task<PublishResult> Publish(PublicationWrite publication, int expectedNumber, CancellationToken stop) =>
        inner.Publish(publication, expectedNumber, stop);

    public Task<Publication?> LivePublication(CancellationToken stop) => inner.LivePublication(stop);

    public Task<ImmutableArray<Publication>> Publications(int most, CancellationToken stop) => inner.Publications(most, stop);

    public Task SaveRefusal(Refusal refusal, CancellationToken stop) => inner.SaveRefusal(refusal, stop);

    public Task<Refusal?> LastRefusal(CancellationToken stop) => inner.LastRefusal(stop);

    public Task Open(Opening opening, CancellationToken stop) => inner.Open(opening, stop);

    public Task<bool> Close(string calendar, DateTimeOffset at, string who, CancellationToken stop) => inner.Close(calendar, at, who, stop);

    public Task<ImmutableArray<Opening>> Openings(DateTimeOffset now, CancellationToken stop) => inner.Openings(now, stop);

    public Task<StaffToken> AddToken(StaffToken token, CancellationToken stop) => inner.AddToken(token, stop);

    public Task<StaffToken?> FindToken(string hash, CancellationToken stop) => inner.FindToken(hash, stop);

    public Task<ImmutableArray<StaffToken>> Tokens(CancellationToken stop) => inner.Tokens(stop);

    public Task<bool> RevokeToken(long id, DateTimeOffset at, string who, CancellationToken stop) => inner.RevokeToken(id, at, who, stop);

    public Task<ImmutableArray<StoredAlert>> Alerts(string? region, long after, int most, CancellationToken stop) => inner.Alerts(region, after, most, stop);

    public Task<bool> Forget(string sid, CancellationToken stop) => inner.Forget(sid, stop);

    public Task<ImmutableArray<RiskNote>> OpenRisks(CancellationToken stop) => inner.OpenRisks(stop);

    public Task AddForgotten(Forgotten forgotten, CancellationToken stop) => inner.AddForgotten(forgotten, stop);

    public Task<ImmutableArray<Forgotten>> ForgottenNumbers(int most, CancellationToken stop) => inner.ForgottenNumbers(most, stop);

    public Task AddReveal(Reveal reveal, CancellationToken stop) => inner.AddReveal(reveal, stop);

    public Task<long> AddDecision(Decision decision, CancellationToken stop) => inner.AddDecision(decision, stop);

    public Task<Decision?> LoadDecision(long id, CancellationToken stop) => inner.LoadDecision(id, stop);

    public Task<int> DropDecisions(DateTimeOffset before, int most, CancellationToken stop) => inner.DropDecisions(before, most, stop);

    public Task<ImmutableArray<Reveal>> Reveals(int most, CancellationToken stop) => inner.Reveals(most, stop);
}
