using System.Collections.Immutable;

namespace Community211.Ivr.Calls.Ports;

/// <summary>Tokens of agents and supervisors, by hash.</summary>
public interface ITokens
{
    /// <summary>Keeps a token and gives it its number; the number that it comes with does not count.</summary>
    Task<StaffToken> AddToken(StaffToken token, CancellationToken stop);

    /// <summary>The token with this hash, expired and revoked ones too; null if there is none.</summary>
    Task<StaffToken?> FindToken(string hash, CancellationToken stop);

    /// <summary>All tokens, oldest first.</summary>
    Task<ImmutableArray<StaffToken>> Tokens(CancellationToken stop);

    /// <summary>Makes a token refused from now on; false if it is not known or was revoked before.</summary>
    Task<bool> RevokeToken(long id, DateTimeOffset at, string who, CancellationToken stop);
}
