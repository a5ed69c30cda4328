using Community211.Ivr.Trunk.Control;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>What a fault strikes; everything when all is absent.</summary>
[Written("a match", """{"path":"/voice","method":"POST"}""")]
internal sealed record FaultMatch
{
    public static readonly FaultMatch Everything = new();

    /// <summary>How the path begins: "/voice/step", or of REST "/Calls" (what follows the account).</summary>
    public string? Path { get; init; }

    /// <summary>GET, POST or DELETE.</summary>
    public string? Method { get; init; }

    public string? CallSid { get; init; }

    /// <summary>Who calls.</summary>
    public string? From { get; init; }

    /// <summary>Who is called.</summary>
    public string? To { get; init; }

    /// <summary>CallStatus or StatusCallbackEvent of a webhook; of a leg: ringing, or answered, which is meant when it is absent.</summary>
    public string? Event { get; init; }

    public bool Fits(FaultMoment moment) =>
        (Path is null || moment.Paths.Any(path => path.StartsWith(Path, StringComparison.Ordinal)))
        && (Method is null || Method == moment.Method)
        && (CallSid is null || moment.CallSids.Contains(CallSid))
        && (From is null || From == moment.From)
        && (To is null || To == moment.To)
        && (Event is null ? moment.On != FaultOn.Leg || moment.Events.Contains("answered") : moment.Events.Contains(Event));
}
