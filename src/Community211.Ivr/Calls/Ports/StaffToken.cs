namespace Community211.Ivr.Calls.Ports;

/// <summary>What an agent or a supervisor proves themselves with. The token itself is shown once and never kept.</summary>
/// <param name="Id">1, 2, 3 and so on.</param>
/// <param name="Hash">SHA-256 of the token, hexadecimal.</param>
/// <param name="Role">Whose it is.</param>
/// <param name="Of">Agent id, or a supervisor's region.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="ExpiresAt">The first moment at which it is refused.</param>
/// <param name="RevokedAt">Since when it is refused before that; null if it was not revoked.</param>
/// <param name="RevokedBy">Who revoked it.</param>
public sealed record StaffToken(
    long Id, string Hash, StaffRole Role, string Of, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt = null, string? RevokedBy = null);

/// <summary>Who a token is for.</summary>
public enum StaffRole
{
    Agent,
    Supervisor,
}
