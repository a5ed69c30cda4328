using Community211.Ivr.Trunk.Webhooks;

namespace Community211.Ivr.Trunk.Calls;

/// <summary>Where a leg gets its next document from.</summary>
internal abstract record Source;

internal sealed record UrlSource(string Url, string Method, Form? Extra = null) : Source
{
    public bool IsFallback { get; init; }

    /// <summary>Runs once the request is on its way (a second request that the carrier sends after this one).</summary>
    public Action? AfterSending { get; init; }
}

internal sealed record TextSource(string Twiml) : Source;
