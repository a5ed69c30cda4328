using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Community211.Ivr.EndToEnd.Tests.Drivers;

/// <summary>A webhook as the carrier sends it, built and signed here: neither the service's nor the trunk's code is asked how.</summary>
internal sealed record Webhook(string PathAndQuery)
{
    /// <summary>Of the sample configuration.</summary>
    public const string Account = "AC00000000000000000000000000000211";

    /// <summary>Of the sample configuration.</summary>
    public const string SampleToken = "00000000000000000000000000000211";

    /// <summary>Decoded fields: what the signature covers.</summary>
    public (string Name, string Value)[] Form { get; init; } = [];

    /// <summary>The body where it is not the usual encoding of the form.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/x-www-form-urlencoded";

    public string Method { get; init; } = "POST";

    /// <summary>null: not signed at all.</summary>
    public string? Token { get; init; } = SampleToken;

    /// <summary>The signature where it is not computed.</summary>
    public string? Signature { get; init; }

    public static Webhook Inbound(string sid, string from = "+14165550123", string to = "+14165550100") =>
        new("/voice/inbound") { Form = [("AccountSid", Account), ("CallSid", sid), ("CallStatus", "ringing"), ("Direction", "inbound"), ("From", from), ("To", to)] };

    public static Webhook Step(string sid, int turn, string digits) =>
        new($"/voice/step?answer={turn}") { Form = [("AccountSid", Account), ("CallSid", sid), ("CallStatus", "in-progress"), ("Digits", digits), ("From", "+14165550123"), ("To", "+14165550100")] };

    public static Webhook Status(string sid, string status, int number) =>
        new("/voice/status") { Form = [("AccountSid", Account), ("CallSid", sid), ("CallStatus", status), ("SequenceNumber", $"{number}")] };

    /// <summary>A CallSid that no other test uses.</summary>
    public static string NewSid() => "CA" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public Webhook With(string name, string value) => this with { Form = [.. Form.Where(f => f.Name != name), (name, value)] };

    public Webhook Without(string name) => this with { Form = [.. Form.Where(f => f.Name != name)] };

    public async Task<(int Status, string Type, string Body)> Send(ServiceUnderTest service)
    {
        var target = Method == "GET" ? PathAndQuery + (PathAndQuery.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Encoded() : PathAndQuery;
        var url = service.Url.ToString().TrimEnd('/') + target;
        using var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(url));
        if (Method != "GET")
        {
            message.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(Body ?? Encoded()));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }
        if ((Signature ?? (Token is null ? null : Sign(Token, url))) is { } signature)
            message.Headers.Add("X-Twilio-Signature", signature);
        using var answer = await service.Http.SendAsync(message);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync());
    }

    private string Encoded() => string.Join('&', Form.Select(f => $"{WebUtility.UrlEncode(f.Name)}={WebUtility.UrlEncode(f.Value)}"));

    [SuppressMessage("Security", "CA5350", Justification = "The carrier's algorithm.")]
    private string Sign(string token, string url)
    {
        var signed = new StringBuilder(url);
        if (Method != "GET")
        {
            foreach (var (name, value) in Form.Distinct().OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal))
                signed.Append(name).Append(value);
        }
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
    }
}
