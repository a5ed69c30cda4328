namespace Community211.Ivr.Trunk.People;

/// <summary>An agent's desk: the application's own agent API.</summary>
internal sealed record DeskSettings
{
    /// <summary>Where it is, such as http://127.0.0.1:5211; <c>/agent</c> is below it.</summary>
    public string? Url { get; init; }

    /// <summary>The agent's token.</summary>
    public string? Token { get; init; }

    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public string? Problem =>
        !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? $"'url' is '{Url}': an absolute http or https URL is needed, such as http://127.0.0.1:5211."
        : string.IsNullOrWhiteSpace(Token) ? "'token' is missing: the agent's token." : null;
}
