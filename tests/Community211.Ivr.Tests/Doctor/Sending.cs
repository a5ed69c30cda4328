using System.Collections.Immutable;
using System.Text;
using Community211.Ivr.Carrier;
using Community211.Ivr.Carrier.Explaining;
using Community211.Ivr.Tests.Carrier;

namespace Community211.Ivr.Tests.Doctor;

/// <summary>A webhook as the carrier signed it, and as it came: the same until something on the way is broken.</summary>
internal sealed record Sending
{
    public const string Token = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    /// <summary>The configured public address.</summary>
    public string Configured { get; init; } = "https://ivr.example.org";

    public string SignedOrigin { get; init; } = "https://ivr.example.org";

    public string SignedPath { get; init; } = "/voice/step";

    public string SignedQuery { get; init; } = "?answer=3&at=menu%20one&page=2";

    public ImmutableArray<(string Name, string Value)> SignedFields { get; init; } =
    [
        ("CallSid", "CA0000000000000000000000000000000a"), ("AccountSid", Known.Account), ("From", "+14165550123"), ("To", "+14165550100"), ("Caller", "+14165550123"),
        ("Called", "+14165550100"), ("CallStatus", "in-progress"), ("Direction", "inbound"), ("ApiVersion", "2010-04-01"),
        ("FromCity", "MONTRÉAL"), ("FromState", "QC"), ("FromZip", ""), ("FromCountry", "CA"), ("CallerCity", "MONTRÉAL"), ("CallerState", "QC"), ("CallerZip", ""), ("CallerCountry", "CA"),
        ("ToCity", ""), ("ToState", "ON"), ("ToZip", ""), ("ToCountry", "CA"), ("CalledCity", ""), ("CalledState", "ON"), ("CalledZip", ""), ("CalledCountry", "CA"),
        ("SpeechResult", "help with rent & food"),
    ];

    public string SigningToken { get; init; } = Token;

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/voice/step";

    public string Query { get; init; } = "?answer=3&at=menu%20one&page=2";

    /// <summary>The fields that came; null: those that were signed.</summary>
    public ImmutableArray<(string Name, string Value)>? Fields { get; init; }

    /// <summary>How the body that came is written.</summary>
    public Func<ImmutableArray<(string Name, string Value)>, byte[]> Body { get; init; } = Form;

    /// <summary>How the signature comes.</summary>
    public Func<string, ImmutableArray<KeyValuePair<string, string>>> Header { get; init; } = s => [KeyValuePair.Create(CapturedRequest.SignatureHeader, s)];

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")];

    public TwilioOptions Options { get; init; } = new() { AccountSid = Known.Account, AuthToken = Token };

    public SignatureExplanation Explained()
    {
        var message = SignedOrigin + SignedPath + SignedQuery + string.Concat(SignedFields.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => f.Name + f.Value));
        var options = new TwilioOptions { AccountSid = Options.AccountSid, AuthToken = Options.AuthToken, SecondaryAuthToken = Options.SecondaryAuthToken, PublicBaseUrl = Configured };
        var request = new CapturedRequest(Method, null, Path + Query, [.. Headers, .. Header(Sent.Sign(message, SigningToken))], Body(Fields ?? SignedFields));
        return new SignatureExplainer(options, new Uri("http://127.0.0.1:5211")).Explain(request);
    }

    public static byte[] Form(ImmutableArray<(string Name, string Value)> fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value).Replace("%20", "+", StringComparison.Ordinal)}")));

    /// <summary>The fields with changed values.</summary>
    public Sending Came(Func<string, string> change) => this with { Fields = [.. (Fields ?? SignedFields).Select(f => (f.Name, change(f.Value)))] };

    public Sending With(string header, string value) => this with { Headers = Headers.Add(KeyValuePair.Create(header, value)) };
}
