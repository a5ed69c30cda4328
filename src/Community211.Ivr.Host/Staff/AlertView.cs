using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>An alert as supervisors see it.</summary>
/// <param name="Id">Counts up: those after it are asked for with <c>after</c>.</param>
/// <param name="Kind">last-agent-kept, crisis-nobody-free, crisis-waits, crisis-backup-rung, escalated, help-wanted, imminent-risk, risk-still-open, risk-closed.</param>
/// <param name="At">When.</param>
/// <param name="Agent">Agent id; null if it is about none.</param>
/// <param name="Call">CallSid; null if it is about none.</param>
/// <param name="Said">A sentence that says what it means.</param>
public sealed record AlertView(long Id, AlertKind Kind, DateTimeOffset At, string? Agent, string? Call, string Said)
{
    internal static AlertView Tell(StoredAlert stored) => new(stored.Id, stored.Alert.Kind, stored.Alert.At, stored.Alert.Agent, stored.Alert.Call, Sentence(stored.Alert));

    /// <summary>Nothing private.</summary>
    public static string Sentence(Alert alert) => alert.Kind switch
    {
        AlertKind.LastAgentKept =>
            $"{alert.Agent}, the last agent or last crisis agent of {alert.Region}, did not take an offer ({alert.Why}): not set away, and offered again. See who else can sign in.",
        AlertKind.CrisisNobodyFree => $"A caller in crisis is in line ({alert.Call}), and nobody in the province who is trained for it is free.",
        AlertKind.CrisisWaits => $"A caller in crisis ({alert.Call}) has waited for 20 seconds.",
        AlertKind.CrisisBackupRung => $"The backup line {alert.Why} is rung for a caller in crisis ({alert.Call}), who keeps the place.",
        AlertKind.Escalated => $"{alert.Agent} says that the caller at hand is in crisis ({alert.Call}).",
        AlertKind.HelpWanted => $"{alert.Agent} asks for help{(alert.Call is { } call ? $" with {call}" : "")}{(alert.Why.Length > 0 ? $": {alert.Why}" : "")}.",
        AlertKind.ImminentRisk => $"Imminent risk: a life is in danger ({alert.Call}). The case is open until it is closed as confirmed, not-reached or stood-down.",
        AlertKind.RiskStillOpen => $"A case of imminent risk ({alert.Call}) is open since {alert.Why}. Close it as confirmed, not-reached or stood-down.",
        AlertKind.RiskClosed => $"The case of imminent risk ({alert.Call}) is closed: {alert.Why}.",
        _ => $"{alert.Kind}: {alert.Agent} {alert.Why}",
    };
}
