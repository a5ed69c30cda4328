using System.Security.Cryptography;
using System.Text;
using Community211.Ivr.Carrier;

namespace Community211.Ivr.Tests.Carrier;

/// <summary>Builds webhooks as the carrier sends them.</summary>
internal static class Sent
{
    private const string FormType = "application/x-www-form-urlencoded; charset=UTF-8";

    public static WebhookRequest Post(string target, string form, string contentType = FormType) =>
        Post(target, Encoding.UTF8.GetBytes(form), contentType);

    public static WebhookRequest Post(string target, byte[] form, string contentType = FormType) =>
        new("POST", target, new Dictionary<string, string> { ["content-type"] = contentType }, form);

    public static WebhookRequest Get(string target) => new("GET", target, new Dictionary<string, string>(), ReadOnlyMemory<byte>.Empty);

    public static WebhookRequest With(this WebhookRequest request, string header, string value) =>
        request with { Headers = new Dictionary<string, string>(request.Headers) { [header] = value } };

    public static WebhookRequest Signature(this WebhookRequest request, string signature) => request.With("X-Twilio-Signature", signature);

    /// <summary>Signs a message that the test spells out.</summary>
#pragma warning disable CA5350 // The carrier's algorithm.
    public static string Sign(string message, string token = "12345") =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(message)));
#pragma warning restore CA5350
}
