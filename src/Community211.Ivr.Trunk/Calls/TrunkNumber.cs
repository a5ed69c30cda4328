namespace Community211.Ivr.Trunk.Calls;

/// <summary>One of the account's numbers and where its calls go.</summary>
internal sealed record TrunkNumber(string Number, string? Region, string VoiceUrl, string VoiceMethod, string? FallbackUrl, string? StatusCallback)
{
    public string Sid => Ids.Fixed("PN", Number);

    /// <summary>VoiceCallerIdLookup: CallerName is looked up and sent.</summary>
    public bool CallerIdLookup { get; init; }
}
