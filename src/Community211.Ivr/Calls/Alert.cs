namespace Community211.Ivr.Calls;

/// <summary>Something that supervisors must know at once; kept, and logged as a warning.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Region">Whose supervisors it is for.</param>
/// <param name="Agent">Agent id; null if it is about none.</param>
/// <param name="Call">CallSid of the caller; null if it is about none.</param>
/// <param name="Why">A word: <c>no-answer</c>, <c>no-key</c>, <c>declined</c>; the line that is rung; how a case ended; an agent's own words with <see cref="AlertKind.HelpWanted"/>.</param>
public sealed record Alert(AlertKind Kind, DateTimeOffset At, string Region, string? Agent, string? Call, string Why);

/// <summary>What supervisors are told.</summary>
public enum AlertKind
{
    /// <summary>A partner's last agent, or last crisis agent, did not take an offer: not set away, and offered again.</summary>
    LastAgentKept,

    /// <summary>A caller in crisis is in line, and nobody who is trained for it is free.</summary>
    CrisisNobodyFree,

    /// <summary>A caller in crisis has waited for 20 s.</summary>
    CrisisWaits,

    /// <summary>The backup line is rung for a caller in crisis.</summary>
    CrisisBackupRung,

    /// <summary>An agent says that a caller is in crisis.</summary>
    Escalated,

    /// <summary>An agent asks for help.</summary>
    HelpWanted,

    /// <summary>A case of imminent risk was opened.</summary>
    ImminentRisk,

    /// <summary>A case of imminent risk is still open: told again at each start of the service.</summary>
    RiskStillOpen,

    /// <summary>A case of imminent risk was closed.</summary>
    RiskClosed,
}
