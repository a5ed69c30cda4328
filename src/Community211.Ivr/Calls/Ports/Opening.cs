namespace Community211.Ivr.Calls.Ports;

/// <summary>A calendar that staff opened; it ends by itself.</summary>
/// <param name="Calendar">Id of <c>calendars.yaml</c>.</param>
/// <param name="From">Opened at.</param>
/// <param name="Until">The first moment at which it is closed again.</param>
/// <param name="Who">Who opened it.</param>
/// <param name="Note">Why, in their words; empty if they gave none.</param>
public sealed record Opening(string Calendar, DateTimeOffset From, DateTimeOffset Until, string Who, string Note);
