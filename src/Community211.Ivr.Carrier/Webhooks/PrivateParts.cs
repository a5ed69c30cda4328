using System.Collections.Immutable;
using System.Text;
using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Carrier;

/// <summary>What of a request goes into the vault.</summary>
internal static class PrivateParts
{
    private const int MostOfAHeader = 1024;

    /// <summary>Secrets of ours and of the carrier's, which even a vault should not hold.</summary>
    private static readonly ImmutableHashSet<string> Dropped = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "X-Twilio-Signature",
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
        "Set-Cookie");

    public static PrivatePart Of(FormBody form, WebhookRequest request) => new(
        From: (form.Text("From") ?? form.Text("Caller"))?.Cut(256),
        Digits: form.Text("Digits")?.Cut(128),
        Speech: form.Text("SpeechResult")?.Cut(4000),
        Raw: new RawRequest(request.Method, request.Target, Headers(request), Body(request)));

    private static ImmutableDictionary<string, string> Headers(WebhookRequest request)
    {
        var kept = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            if (!Dropped.Contains(header.Key))
                kept[header.Key] = header.Value.Cut(MostOfAHeader);
        }
        return kept.ToImmutable();
    }

    private static string Body(WebhookRequest request) => request.Method == "GET" ? "" : Encoding.UTF8.GetString(request.Body.Span);
}
