using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Carrier;

/// <summary>
/// Turns the carrier's requests into events of a call. Unknown fields are kept in the raw request, missing ones tolerated where the
/// call can go on without them, and overlong values cut.
/// </summary>
public static class WebhookReader
{
    /// <summary>Reads a request; nothing of it may be acted on before its signature is checked.</summary>
    /// <param name="route">The webhook that was asked.</param>
    /// <param name="request">The request as it came in.</param>
    /// <exception cref="WebhookRejected">The request cannot be taken; says why, and with which status.</exception>
    public static Webhook Read(Route route, WebhookRequest request)
    {
        var form = FormBody.Read(request);
        if (Urls.Read(request.Target) is not { } target || target.Route != route)
            throw new WebhookRejected(400, "The URL is not one that this service gave out.");
        var asked = new Asked(target, form);
        var happened = Events.Of(asked) with { Private = PrivateParts.Of(form, request) };
        return new Webhook(
            asked.Caller,
            happened,
            AccountSid: form.Text("AccountSid")?.Cut(64) ?? "",
            To: form.Text("To")?.Cut(256) ?? "");
    }
}
