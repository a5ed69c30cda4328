using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Storage.Sqlite;

namespace Community211.Ivr.Storage;

/// <content>Tokens of agents and supervisors, what supervisors were told, who was shown a number, cases of imminent risk, what was forgotten.</content>
public sealed partial class SqliteStore
{
    public Task<StaffToken> AddToken(StaffToken token, CancellationToken stop) => writer.Write(db => TokenTable.Add(db, token), _ => true, stop);

    public Task<StaffToken?> FindToken(string hash, CancellationToken stop) => Read(db => TokenTable.Find(db, Clean.Text(hash)), stop);

    public Task<ImmutableArray<StaffToken>> Tokens(CancellationToken stop) => Read(TokenTable.All, stop);

    public Task<bool> RevokeToken(long id, DateTimeOffset at, string who, CancellationToken stop) =>
        writer.Write(db => TokenTable.Revoke(db, id, Instant.Text(at), Clean.Text(who)), _ => true, stop);

    public Task<ImmutableArray<StoredAlert>> Alerts(string? region, long after, int most, CancellationToken stop) =>
        Read(db => AlertTable.Newest(db, Clean.Text(region), after, Math.Max(0, most)), stop);

    public Task AddReveal(Reveal reveal, CancellationToken stop) => Write(db => RevealTable.Add(db, reveal), stop);

    public Task<ImmutableArray<Reveal>> Reveals(int most, CancellationToken stop) => Read(db => RevealTable.Newest(db, Math.Max(0, most)), stop);

    public Task<ImmutableArray<RiskNote>> OpenRisks(CancellationToken stop) => Read(RiskTable.Open, stop);

    public Task AddForgotten(Forgotten forgotten, CancellationToken stop) => Write(db => ForgottenTable.Add(db, forgotten), stop);

    public Task<ImmutableArray<Forgotten>> ForgottenNumbers(int most, CancellationToken stop) => Read(db => ForgottenTable.Newest(db, Math.Max(0, most)), stop);
}
