using System.Net;

namespace Community211.Ivr.Trunk.Webhooks;

/// <summary>One attempt at a webhook: which, how patiently, and what is left of its time.</summary>
internal sealed record Attempt(int Number, ConnectionOverrides Overrides, CookieContainer Cookies, Action<WireExchange>? Tell, Func<TimeSpan> Left)
{
    /// <summary>How long an answer is waited for, from now.</summary>
    public TimeSpan Patience => Left() < Overrides.Read ? Left() : Overrides.Read;

    public void Told(WebhookRequest request, WebhookAnswer answer, string? note) => Tell?.Invoke(new WireExchange(Number, request, answer, note));

    public void KeepCookies(WebhookRequest request, WebhookAnswer answer)
    {
        foreach (var cookie in answer.Cookies)
        {
            try
            {
                Cookies.SetCookies(new Uri(request.WireUrl), cookie);
            }
            catch (CookieException)
            {
                // Not a cookie: as good as none.
            }
        }
    }
}
