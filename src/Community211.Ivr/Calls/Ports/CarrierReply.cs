using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Community211.Ivr.Calls.Ports;

/// <summary>What came of a request.</summary>
/// <param name="Outcome">Done, refused by the carrier, or not known (no answer, or a server error).</param>
/// <param name="Sid">SID of the call made or found; null if none.</param>
/// <param name="CallStatus">The carrier's status of the call asked about, for instance <c>in-progress</c>.</param>
/// <param name="InQueue">Whether the call asked about waits in its queue.</param>
/// <param name="Legs">CallSids in the room asked about.</param>
/// <param name="Code">HTTP status and, after a dot, the carrier's error code: <c>404.20404</c>.</param>
/// <param name="WithLine">The call asked about is not in its queue because it rings, or talks with, a line outside our floor.</param>
public sealed record CarrierReply(
    CarrierOutcome Outcome,
    string? Sid = null,
    string? CallStatus = null,
    bool? InQueue = null,
    ImmutableArray<string> Legs = default,
    string? Code = null,
    bool WithLine = false)
{
    /// <summary>The carrier does not know what was asked about. Other refusals (too many requests, wrong key) say nothing about it.</summary>
    [JsonIgnore]
    public bool NotFound => Outcome == CarrierOutcome.Refused && Code is { } code && (code == "404" || code.StartsWith("404.", StringComparison.Ordinal));

    public ImmutableArray<string> Legs { get; init; } = Legs.IsDefault ? [] : Legs;
}

/// <summary>How a request ended.</summary>
public enum CarrierOutcome
{
    Done,
    Refused,
    Unknown,
}
