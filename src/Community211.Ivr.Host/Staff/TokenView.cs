using System.Collections.Immutable;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>Tokens, oldest first, without what would let anybody in.</summary>
public sealed record TokensView(ImmutableArray<TokenView> Tokens);

/// <summary>A token as it is listed; as it is made, with the token itself.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Role">agent or supervisor.</param>
/// <param name="Of">Agent id, or a supervisor's region.</param>
/// <param name="MadeAt">When.</param>
/// <param name="MadeBy">By whom.</param>
/// <param name="ExpiresAt">The first moment at which it is refused.</param>
/// <param name="RevokedAt">Since when it is refused; null if it was not revoked.</param>
/// <param name="RevokedBy">By whom.</param>
/// <param name="Token">Shown once, when it is made; null otherwise.</param>
public sealed record TokenView(
    long Id, StaffRole Role, string Of, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, string? RevokedBy, string? Token = null)
{
    internal static TokenView Tell(StaffToken token, string? text = null) =>
        new(token.Id, token.Role, token.Of, token.MadeAt, token.MadeBy, token.ExpiresAt, token.RevokedAt, token.RevokedBy, text);
}
