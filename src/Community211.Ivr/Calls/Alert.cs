namespace Community211.Ivr.Calls;

/// <summary>Something that supervisors must know at once; kept, and logged as a warning.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Region">Whose supervisors it is for.</param>
/// <param name="Agent">Agent id; null if it is about none.</param>
/// <param name="Call">CallSid of the caller; null if it is about none.</param>
/// <param name="Why">A word: <c>no-answer</c>, <c>no-key</c>, <c>declined</c>.</param>
public sealed record Alert(AlertKind Kind, DateTimeOffset At, string Region, string? Agent, string? Call, string Why);

/// <summary>What supervisors are told.</summary>
public enum AlertKind
{
    /// <summary>A partner's last agent, or last crisis agent, did not take an offer: not set away, and offered again.</summary>
    LastAgentKept,
}
