using System.Collections.Immutable;

namespace Community211.Ivr.Carrier.Explaining;

/// <summary>The tokens that may have signed; the service takes those that are configured.</summary>
internal static class TokenVariants
{
    private static readonly Difference Sample = new("token-sample", "It was signed with the sample token of appsettings.json: by a simulated trunk, or a test.", "Let the carrier and this service use the account's own token (Twilio:AuthToken).");
    private static readonly Difference Quoted = new("token-quoted", "Twilio:AuthToken is configured with quotes around it, which are no part of the token.", "Take the quotes off; in the environment's files they are often kept.");
    private static readonly Difference Account = new("token-account", "It was signed with the account's SID in the place of the token.", "Put the token, not the SID, where requests are signed.");

    public static ImmutableArray<Variant<SigningToken>> Of(TwilioOptions options) =>
        All(options).Where(v => v.Value.Text.Length > 0).OrderBy(v => v.Cost).DistinctBy(v => v.Value.Text).ToImmutableArray();

    private static IEnumerable<Variant<SigningToken>> All(TwilioOptions options)
    {
        yield return Variant<SigningToken>.Accepted(new SigningToken("Twilio:AuthToken", options.AuthToken));
        yield return Variant<SigningToken>.Accepted(new SigningToken("Twilio:SecondaryAuthToken", options.SecondaryAuthToken ?? ""));
        yield return Variant<SigningToken>.Other(new SigningToken("the sample token", TwilioOptions.SampleToken), Sample);
        yield return Variant<SigningToken>.Other(new SigningToken("Twilio:AuthToken without quotes", options.AuthToken.Trim('"', '\'')), Quoted);
        yield return Variant<SigningToken>.Other(new SigningToken("Twilio:AccountSid", options.AccountSid), Account);
    }
}

/// <summary>A token that signs.</summary>
/// <param name="Name">What it may be called.</param>
/// <param name="Text">Never shown.</param>
internal sealed record SigningToken(string Name, string Text);
