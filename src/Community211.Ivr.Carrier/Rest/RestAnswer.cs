using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Community211.Ivr.Calls.Ports;

namespace Community211.Ivr.Carrier.Rest;

/// <summary>What a REST request came to.</summary>
/// <param name="Outcome">2xx done, 4xx refused, everything else not known.</param>
/// <param name="Status">HTTP status; null if there was no answer.</param>
/// <param name="Body">The answer's JSON object; undefined if there is none.</param>
internal readonly record struct RestAnswer(CarrierOutcome Outcome, int? Status, JsonElement Body)
{
    public static readonly RestAnswer None = new(CarrierOutcome.Unknown, Status: null, Body: default);

    public bool Done => Outcome == CarrierOutcome.Done;

    public bool NotFound => Status == 404;

    /// <summary>Whether the carrier says that the call is no longer (or not yet) in progress.</summary>
    public bool NotInProgress => Outcome == CarrierOutcome.Refused && Body.Text("code") == "21220";

    /// <summary>HTTP status and, after a dot, the carrier's error code; null if there was no answer.</summary>
    public string? Code =>
        Status?.ToString(CultureInfo.InvariantCulture) is not { } status ? null
        : Outcome != CarrierOutcome.Done && Body.Text("code") is { } code ? $"{status}.{code}"
        : status;

    /// <summary>The reply when nothing more is to be said.</summary>
    public CarrierReply Reply(string? sid = null) => Done ? new CarrierReply(Outcome, sid) : new CarrierReply(Outcome, Code: Code);
}

/// <summary>All pages of a list.</summary>
/// <param name="Last">The answer that ended it: done when the list is whole.</param>
/// <param name="Items">The items read so far.</param>
internal readonly record struct RestList(RestAnswer Last, ImmutableArray<JsonElement> Items)
{
    public bool Done => Last.Done;
}
