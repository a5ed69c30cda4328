using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Faults;

/// <summary>Something about to happen that a fault may strike.</summary>
internal sealed record FaultMoment(FaultOn On)
{
    public IReadOnlyList<string> Paths { get; init; } = [];

    public string? Method { get; init; }

    public IReadOnlyList<string> CallSids { get; init; } = [];

    public string? From { get; init; }

    public string? To { get; init; }

    public IReadOnlyList<string> Events { get; init; } = [];

    public static FaultMoment OfWebhook(FaultOn on, Leg leg, WebhookRequest request) => new(on)
    {
        Paths = Uri.TryCreate(request.Url, UriKind.Absolute, out var uri) ? [uri.AbsolutePath] : [],
        Method = request.Method.ToUpperInvariant(),
        CallSids = leg.ParentSid is { } parent ? [leg.Sid, parent] : [leg.Sid],
        From = leg.From,
        To = leg.To,
        Events = [.. request.Form.Where(field => field.Key is "CallStatus" or "StatusCallbackEvent" or "RecordingStatus" or "QueueResult").Select(field => field.Value)],
    };

    public static FaultMoment OfLeg(Leg leg, string name) => new(FaultOn.Leg)
    {
        CallSids = leg.ParentSid is { } parent ? [leg.Sid, parent] : [leg.Sid],
        From = leg.From,
        To = leg.To,
        Events = [name],
    };
}
