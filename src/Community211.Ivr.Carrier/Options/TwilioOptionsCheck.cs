using System.Text.RegularExpressions;

namespace Community211.Ivr.Carrier;

/// <summary>What is wrong with the carrier's options; each finding names the key, its value (tokens masked) and what is allowed.</summary>
public static partial class TwilioOptionsCheck
{
    private const int ShortestToken = 16;
    private const string TokenShape = "32 hexadecimal digits, or at least 16 printable characters without spaces";

    /// <summary>All findings, in the order of the keys; empty when the service may start.</summary>
    public static IReadOnlyList<string> Findings(CarrierOptions carrier, TwilioOptions twilio)
    {
        var live = carrier.Kind == CarrierMode.Twilio;
        var findings = new List<string?>
        {
            carrier.Kind is null ? Finding("Carrier:Mode", carrier.Mode, "Simulated or Twilio") : null,
            Account().IsMatch(twilio.AccountSid ?? "")
                ? null
                : Finding("Twilio:AccountSid", twilio.AccountSid, "AC followed by 32 hexadecimal digits"),
            Token("Twilio:AuthToken", twilio.AuthToken, live),
            string.IsNullOrEmpty(twilio.SecondaryAuthToken)
                ? null
                : Token("Twilio:SecondaryAuthToken", twilio.SecondaryAuthToken, live),
            Url("Twilio:PublicBaseUrl", twilio.PublicBaseUrl, live, mayHavePath: true),
            Url("Twilio:ApiBaseUrl", twilio.ApiBaseUrl, live, mayHavePath: false),
        };
        return [.. findings.OfType<string>()];
    }

    private static string? Token(string key, string? token, bool live)
    {
        if (token is null || token.Length < ShortestToken || token.Any(c => c is <= ' ' or > '~'))
            return Finding(key, Masked.Token(token), TokenShape);
        return live && token == TwilioOptions.SampleToken
            ? Finding(key, Masked.Token(token), "with Carrier:Mode=Twilio the account's own token, not the sample one")
            : null;
    }

    private static string? Url(string key, string? url, bool live, bool mayHavePath)
    {
        var shape = mayHavePath
            ? "an absolute http or https URL, with a path if a proxy adds one, without user, query or fragment"
            : "an absolute http or https URL without user, path, query or fragment";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || url.AsSpan().IndexOfAny('?', '#') >= 0
            || (!mayHavePath && uri.AbsolutePath != "/"))
            return Finding(key, WithoutUser(url), shape);
        if (!live)
            return null;
        if (uri.Scheme != Uri.UriSchemeHttps)
            return Finding(key, url, "with Carrier:Mode=Twilio an https URL");
        return uri.IsLoopback || IsAny(uri) || uri.Host.Contains('_', StringComparison.Ordinal)
            ? Finding(key, url, "with Carrier:Mode=Twilio a host name that the carrier can reach: not this machine, and without _")
            : null;
    }

    private static bool IsAny(Uri uri) =>
        uri.Host is "0.0.0.0" or "[::]" || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>A password in a URL is not shown either.</summary>
    private static string? WithoutUser(string? url) => url is null ? null : UserInfo().Replace(url, "//****@", 1);

    private static string Finding(string key, string? value, string allowed) => $"{key} is '{value}'. Allowed: {allowed}.";

    [GeneratedRegex(@"^AC[0-9a-fA-F]{32}\z")]
    private static partial Regex Account();

    [GeneratedRegex("//[^/?#]*@")]
    private static partial Regex UserInfo();
}
