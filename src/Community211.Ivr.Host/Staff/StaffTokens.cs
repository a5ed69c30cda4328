using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Staff;

/// <summary>Makes tokens of agents and supervisors, and knows them again. Only hashes are kept.</summary>
internal sealed class StaffTokens(IStore store, Settings settings, TimeProvider clock)
{
    private const int Bytes = 32;
    private const string Scheme = "Bearer ";

    /// <summary>Tokens of the simulated floor: they end with the process, and are in no store.</summary>
    private readonly ConcurrentDictionary<string, StaffToken> _ofThisRun = new(StringComparer.Ordinal);

    /// <summary>A new token; its text is told here and never again.</summary>
    public async Task<(string Text, StaffToken Token)> Make(StaffRole role, string of, int? days, string by, CancellationToken stop)
    {
        var (text, token) = New(role, of, TimeSpan.FromDays(days ?? settings.Agents.TokenDays), by);
        return (text, await store.AddToken(token, stop));
    }

    /// <summary>A token for an agent whom the simulated trunk plays.</summary>
    public string MakeForThisRun(string agent)
    {
        foreach (var earlier in _ofThisRun.Where(t => t.Value.Of == agent))
            _ofThisRun.TryRemove(earlier);
        var (text, token) = New(StaffRole.Agent, agent, TimeSpan.FromDays(365), "the simulated trunk");
        _ofThisRun[token.Hash] = token;
        return text;
    }

    /// <summary>Whose token an Authorization header carries; or the answer that refuses it.</summary>
    public async Task<(StaffToken? Token, IResult? Refused)> Admit(string? authorization, StaffRole role, CancellationToken stop)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.Ordinal) != true)
            return (null, JsonBody.Problem(401, $"A token is needed: 'Authorization: Bearer TOKEN'. 'ivr token {Word(role)} {(role == StaffRole.Agent ? "AGENT" : "REGION")}' makes one."));
        var hash = HashOf(authorization[Scheme.Length..].Trim());
        if ((_ofThisRun.GetValueOrDefault(hash) ?? await store.FindToken(hash, stop)) is not { } token)
            return (null, JsonBody.Problem(401, "This token is not known. It may be mistyped, or of another installation."));
        if (token.RevokedAt is { } revoked)
            return (null, JsonBody.Problem(401, $"This token was revoked on {revoked:yyyy-MM-dd HH:mm}Z by {token.RevokedBy}. Ask for a new one."));
        if (token.ExpiresAt <= clock.GetUtcNow())
            return (null, JsonBody.Problem(401, $"This token expired on {token.ExpiresAt:yyyy-MM-dd HH:mm}Z. Ask for a new one."));
        return token.Role == role ? (token, null) : (null, JsonBody.Problem(403, $"This is a token of {(token.Role == StaffRole.Agent ? "an agent" : "a supervisor")}, for /{Word(token.Role)}."));
    }

    private (string Text, StaffToken Token) New(StaffRole role, string of, TimeSpan length, string by)
    {
        var text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        return (text, new StaffToken(0, HashOf(text), role, of, now, by, now + length));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Word(StaffRole role) => role == StaffRole.Agent ? "agent" : "supervisor";
}
