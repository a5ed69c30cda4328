namespace Community211.Ivr.Trunk.Control;

/// <summary>One number as written in the configuration.</summary>
[Written("a number", """{"number":"+14165550100","voiceUrl":"http://127.0.0.1:3000/voice"}""")]
internal sealed record ConfigNumber
{
    public string? Number { get; init; }

    public string? Region { get; init; }

    public string? VoiceUrl { get; init; }

    public string VoiceMethod { get; init; } = "POST";

    public string? FallbackUrl { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>CallerName is looked up and sent. Default false.</summary>
    public bool VoiceCallerIdLookup { get; init; }
}
