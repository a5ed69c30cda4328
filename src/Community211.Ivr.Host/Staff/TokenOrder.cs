namespace Community211.Ivr.Host.Staff;

/// <summary>An order to make a token: for an agent or for a supervisor.</summary>
/// <param name="Agent">Agent id.</param>
/// <param name="Supervisor">The region whose supervisor it is for.</param>
/// <param name="Days">How long it is good for, 1 to 365; null: <c>Agents:TokenDays</c>.</param>
/// <param name="Who">Who gives the order, at most 100 characters; null: whoever holds the admin token.</param>
public sealed record TokenOrder(string? Agent, string? Supervisor, int? Days, string? Who);
