using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Carrier.Explaining;
using Community211.Ivr.Host.Commands;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Doctor.Signatures;

/// <summary>An explained signature, for a terminal or for a script.</summary>
internal sealed class SignatureView(TextWriter output, Settings settings)
{
    public async Task Show(SignatureExplanation why)
    {
        await output.WriteLineAsync("What this service signs");
        await Message(why.Url, why.Message, why.Expected);
        if (why.Given is { } given)
            await output.WriteLineAsync($"  came       {given}");
        await output.WriteLineAsync();
        await output.WriteLineAsync(Verdict(why));
        foreach (var difference in why.Match?.Differences ?? [])
            await Difference(difference);
        foreach (var hint in why.Hints)
            await Difference(hint);
        if (why.PublicBaseUrl is { } address)
            await output.WriteLineAsync($"  do: Set Twilio:PublicBaseUrl to {address}, or change the number's VoiceUrl and its other addresses at the carrier to begin with {settings.Twilio.PublicBaseUrl.TrimEnd('/')}.");
    }

    public async Task Message(string url, string message, string signature)
    {
        await output.WriteLineAsync($"  URL        {url}");
        await output.WriteLineAsync($"  string     {message}");
        await output.WriteLineAsync($"             {Encoding.UTF8.GetByteCount(message)} bytes; HMAC-SHA1 with Twilio:AuthToken ({Carrier.Masked.Token(settings.Twilio.AuthToken)}), in base64");
        await output.WriteLineAsync($"  signature  {signature}");
    }

    public Task ShowJson(SignatureExplanation why) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            why.Accepted,
            why.Method,
            why.Url,
            why.Message,
            why.Expected,
            why.Given,
            Signed = why.Match is { } match ? new { match.Url, Message = match.Url + Encoding.UTF8.GetString(match.Fields.Span), match.Token } : null,
            Differences = why.Match?.Differences ?? ImmutableArray<Difference>.Empty,
            why.PublicBaseUrl,
            why.Hints,
            Verdict = Verdict(why),
        },
        ConsoleJson.Whole));

    private async Task Difference(Difference difference)
    {
        await output.WriteLineAsync($"  {difference.Code}: {difference.Said}");
        if (difference.Do is { } remedy)
            await output.WriteLineAsync($"  do: {remedy}");
    }

    private static string Verdict(SignatureExplanation why) => why switch
    {
        { Accepted: true, Match.Token: "Twilio:SecondaryAuthToken" } => "The signature is right, with Twilio:SecondaryAuthToken: the carrier still signs with that one, so keep it.",
        { Accepted: true } => "The signature is right: this service takes the request.",
        { Match: { Differences.IsEmpty: true } } => "The signature is right, and the request is refused all the same:",
        { Match: { } match, AddressAlone: true } => $"The signature is right for {match.Url}: the carrier was told another address.",
        { Match: { } match } => $"The signature does not fit what came. It was made for {match.Url}, with {(match.Differences.Length == 1 ? "this difference" : "these differences")}:",
        { Given: null } => "There is no signature to look at.",
        _ => "The signature is wrong, and nothing that was tried on address, body and tokens makes it right. Likely, in this order:",
    };
}
