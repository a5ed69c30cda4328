using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Host.Recordings;

/// <summary>A whole call as a document: what came in, what was answered, what was done outside. Replaying it gives the same again.</summary>
public sealed record Recording
{
    /// <summary>The only format there is so far.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>What the recording shows, in a sentence.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it cannot be replayed: what came in was forgotten. Null: it can be.</summary>
    public string? Gone { get; init; }

    /// <summary>The file that it was imported from: it was recorded elsewhere, and there is nothing to compare a replay with. Null: recorded here.</summary>
    public string? ImportedFrom { get; init; }

    public required string CallSid { get; init; }

    /// <summary>The flow revision that the call ran on; a replay runs on the current one.</summary>
    public required string Revision { get; init; }

    /// <summary>Base of every URL in the answers: always the same, wherever the call was recorded.</summary>
    public required string PublicBaseUrl { get; init; }

    public required CallVerdict Verdict { get; init; }

    /// <summary>Why there is nothing to compare a replay with; null: there is.</summary>
    [JsonIgnore]
    public string? NotReplayable => Gone ?? (ImportedFrom is null
        ? null
        : $"It was recorded elsewhere and imported from {ImportedFrom}: what was answered then is not known, so there is nothing to compare with. 'diff' runs it.");

    /// <summary>When the last of it happened.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Random names of offers and rooms, in order.</summary>
    public required RecordedIds Ids { get; init; }

    /// <summary>Agents at the start, and what others made of them meanwhile. Empty: everyone of places.yaml is free.</summary>
    public ImmutableArray<RecordedAgent> Floor { get; init; } = [];

    /// <summary>What was so besides files and time, from the first webhook on and whenever it changed. Null: nothing out of the ordinary.</summary>
    public ImmutableArray<RecordedConditions>? Conditions { get; init; }

    public ImmutableArray<RecordedWebhook> Webhooks { get; init; } = [];

    /// <summary>Requests to the carrier and its replies.</summary>
    public ImmutableArray<RecordedRequest> Outside { get; init; } = [];

    /// <summary>When the service acted by itself: offers, timers. A replay that would act a moment earlier acts then.</summary>
    public ImmutableArray<DateTimeOffset> Acted { get; init; } = [];

    /// <summary>What the sweep found of this call.</summary>
    public ImmutableArray<RecordedFinding> Swept { get; init; } = [];

    /// <summary>What agents said at their desks about this call. Null: nothing, telephones alone spoke.</summary>
    public ImmutableArray<RecordedDeskWord>? Desk { get; init; }

    /// <summary>How the caller moved: phase, line and priority, whenever one changed.</summary>
    public ImmutableArray<RecordedMove> Moves { get; init; } = [];
}

/// <summary>What a call came to.</summary>
public sealed record CallVerdict(
    string? Language, string? Region, string? RegionSource, string? Queue, string Priority, string? AnsweredBy, string? EndedBy, ImmutableArray<string> Path);

/// <summary>Random names, in the order in which they were taken.</summary>
public sealed record RecordedIds(ImmutableArray<string> Offers, ImmutableArray<string> Rooms);

/// <summary>An agent's state from a time on.</summary>
public sealed record RecordedAgent(DateTimeOffset At, AgentState State);

/// <summary>A webhook with its answer.</summary>
/// <param name="At">When it was taken, by the service's clock.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Raw path and query.</param>
/// <param name="Headers">Those that the carrier means for us; neither the signature nor what tells of the network between.</param>
/// <param name="Form">Fields in order; a field that stands twice has a list.</param>
/// <param name="Response">TwiML.</param>
public sealed record RecordedWebhook(
    DateTimeOffset At,
    string Method,
    string Url,
    ImmutableSortedDictionary<string, string> Headers,
    [property: JsonConverter(typeof(FormConverter))] ImmutableArray<KeyValuePair<string, string>> Form,
    string Response);

/// <summary>A request to the carrier.</summary>
/// <param name="At">When its reply was known.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Reply">What came; null when it was no longer wanted and not sent.</param>
public sealed record RecordedRequest(DateTimeOffset At, CarrierRequest Request, CarrierReply? Reply);

/// <summary>A difference between the carrier's side and ours that the sweep acted on.</summary>
/// <param name="At">When.</param>
/// <param name="Difference">What differed.</param>
/// <param name="QueueSid">The carrier's queue in which the caller waited; null if in none.</param>
public sealed record RecordedFinding(DateTimeOffset At, SweepDifference Difference, string? QueueSid);

/// <summary>A move of the caller.</summary>
public sealed record RecordedMove(string Phase, string? Queue, string Priority);
