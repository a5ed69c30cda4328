using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Tests.Storage;

/// <content>Tokens of agents and supervisors, what supervisors were told, who was shown a number.</content>
public sealed partial class MemoryStore
{
    private ImmutableList<StaffToken> tokens = [];
    private ImmutableList<Reveal> reveals = [];
    private ImmutableList<Forgotten> forgotten = [];

    public Task<StaffToken> AddToken(StaffToken token, CancellationToken stop) => Read(_ =>
    {
        tokens = tokens.Add(token with { Id = tokens.Count + 1 });
        return tokens[^1];
    });

    public Task<StaffToken?> FindToken(string hash, CancellationToken stop) => Read(_ => tokens.Find(t => t.Hash == hash));

    public Task<ImmutableArray<StaffToken>> Tokens(CancellationToken stop) => Read(_ => tokens.ToImmutableArray());

    public Task<bool> RevokeToken(long id, DateTimeOffset at, string who, CancellationToken stop) => Read(_ =>
    {
        if (tokens.Find(t => t.Id == id && t.RevokedAt is null) is not { } token)
            return false;
        tokens = tokens.Replace(token, token with { RevokedAt = at, RevokedBy = who });
        return true;
    });

    public Task<ImmutableArray<StoredAlert>> Alerts(string? region, long after, int most, CancellationToken stop) => Read(now => now.Alerts
        .Select((alert, i) => new StoredAlert(i + 1, alert))
        .Where(stored => stored.Id > after && (region is null || stored.Alert.Region == region))
        .Reverse().Take(most).ToImmutableArray());

    public Task AddReveal(Reveal reveal, CancellationToken stop) => Read(_ => reveals = reveals.Add(reveal));

    public Task<ImmutableArray<Reveal>> Reveals(int most, CancellationToken stop) => Read(_ => reveals.Reverse().Take(most).ToImmutableArray());

    public Task<ImmutableArray<RiskNote>> OpenRisks(CancellationToken stop) => Read(now => now.Risks
        .GroupBy(note => note.Call).Select(notes => notes.Last()).Where(last => last.Step == RiskStep.Opened).OrderBy(last => now.Risks.IndexOf(last)).ToImmutableArray());

    public Task AddForgotten(Forgotten forgotten, CancellationToken stop) => Read(_ => this.forgotten = this.forgotten.Add(forgotten));

    public Task<ImmutableArray<Forgotten>> ForgottenNumbers(int most, CancellationToken stop) => Read(_ => forgotten.Reverse().Take(most).ToImmutableArray());
}
