namespace Community211.Ivr.Trunk.Calls;

/// <summary>One of the account's numbers and where its calls go.</summary>
internal sealed record TrunkNumber(string Number, string? Region, string VoiceUrl, string VoiceMethod, string? FallbackUrl, string? StatusCallback)
{
    public string Sid => Ids.Fixed("PN", Number);

    public string FriendlyName { get; init; } = Number;

    public string FallbackMethod { get; init; } = "POST";

    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>VoiceCallerIdLookup: CallerName is looked up and sent.</summary>
    public bool CallerIdLookup { get; init; }

    public string? SmsUrl { get; init; }

    public string SmsMethod { get; init; } = "POST";

    public string? SmsFallbackUrl { get; init; }

    public string SmsFallbackMethod { get; init; } = "POST";

    /// <summary>When it was bought and last changed by REST; null: as configured.</summary>
    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }
}
