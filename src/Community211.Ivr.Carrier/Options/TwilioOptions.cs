namespace Community211.Ivr.Carrier;

/// <summary>Section <c>Twilio</c>: who we are to the carrier, and where each finds the other. Read once, at start.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary>The token of the shipped <c>appsettings.json</c>; anyone can sign with it, so the mode <c>Twilio</c> refuses it.</summary>
    public const string SampleToken = "00000000000000000000000000000211";

    /// <summary>The account that owns the numbers: <c>AC</c> and 32 hexadecimal digits. Required.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Signs webhooks and REST requests: 32 hexadecimal digits, or at least 16 printable characters. Required.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>While a token is being rotated: webhooks signed with it are accepted too. Same limits; default none.</summary>
    public string? SecondaryAuthToken { get; set; }

    /// <summary>
    /// How the carrier reaches us, as it is signed: absolute http or https URL, with a path base if a proxy adds one, without
    /// user, query or fragment. Default <c>http://127.0.0.1:5211</c>.
    /// </summary>
    public string PublicBaseUrl { get; set; } = "http://127.0.0.1:5211";

    /// <summary>
    /// How we reach the carrier's REST API: absolute http or https URL without user, path, query or fragment. Default
    /// <c>http://127.0.0.1:5212</c>, the simulated trunk; the public carrier's is <c>https://api.twilio.com</c>.
    /// </summary>
    public string ApiBaseUrl { get; set; } = "http://127.0.0.1:5212";
}
