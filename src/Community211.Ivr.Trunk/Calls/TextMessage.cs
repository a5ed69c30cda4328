namespace Community211.Ivr.Trunk.Calls;

/// <summary>A text message that the service sends. Its body can be blanked; the log keeps what was sent.</summary>
internal sealed class TextMessage(string sid, string? from, string? service, string to, string body, IReadOnlyList<string> media, DateTimeOffset created)
{
    public string Sid => sid;

    public string? From => from;

    public string? MessagingServiceSid => service;

    public string To => to;

    public string Body { get; set; } = body;

    public IReadOnlyList<string> Media => media;

    public int Segments { get; } = SmsSegments.Count(body);

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public DateTimeOffset? Sent { get; set; }

    /// <summary>scheduled, queued, sent, delivered, undelivered or canceled.</summary>
    public string Status { get; set; } = "queued";

    public int? ErrorCode { get; set; }

    public string? StatusCallback { get; init; }

    public bool IsFinal => Status is "delivered" or "undelivered" or "canceled";
}
