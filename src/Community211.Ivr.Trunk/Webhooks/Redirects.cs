namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>Follows a 3xx. What a Gather heard is lost on the way, as documented.</summary>
internal static class Redirects
{
    private static readonly HashSet<string> Lost = ["Digits", "FinishedOnKey", "SpeechResult", "Confidence"];

    public static bool Is(WebhookAnswer answer) => answer.Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Null: the redirect leads nowhere (11216).</summary>
    public static WebhookRequest? Next(WebhookRequest request, WebhookAnswer answer)
    {
        if (answer.Header("Location") is not { Length: > 0 } location
            || !Uri.TryCreate(new Uri(request.WireUrl), location, out var next)
            || next.Scheme is not ("http" or "https"))
            return null;
        var stays = answer.Status is 307 or 308;
        return request with
        {
            Url = Uri.IsWellFormedUriString(location, UriKind.Absolute) ? location : next.AbsoluteUri,
            Method = stays ? request.Method : "GET",
            Json = stays ? request.Json : null,
            Form = new Form(request.Form.Where(field => !Lost.Contains(field.Key))),
        };
    }
}
