namespace Community211.Ivr.Host.Recordings.Import;

/// <summary>A request as a proxy or a browser kept it.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="At">When it was made; null if the file does not say.</param>
/// <param name="Url">URL or path with its query; empty if the file does not say.</param>
/// <param name="Body">The form as text; empty if all fields stand in the URL.</param>
internal sealed record ImportedRequest(int Line, DateTimeOffset? At, string Url, string Body)
{
    /// <summary>Fields of the carrier that are enough to know its webhooks by.</summary>
    private static readonly string[] Known = ["AccountSid", "CallStatus", "From", "To", "Called", "Caller", "Digits", "ApiVersion"];

    public string Query => Url.Split('?', 2) is [_, var query] ? query : "";

    /// <summary>Whether it looks like the carrier's, though it names no call.</summary>
    public bool IsOfTheCarrier => Known.Any(name => Field(name) is not null);

    /// <summary>A field of the body or the query; null if there is none, or an empty one.</summary>
    public string? Field(string name) => FormText.Field(Body, name) ?? FormText.Field(Query, name);
}

/// <summary>What could not be read.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Why">A sentence.</param>
internal sealed record ImportProblem(int Line, string Why);
