using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Host.Staff;

/// <summary>An alert as supervisors see it.</summary>
/// <param name="Id">Counts up: those after it are asked for with <c>after</c>.</param>
/// <param name="Kind">last-agent-kept.</param>
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
        _ => $"{alert.Kind}: {alert.Agent} {alert.Why}",
    };
}
