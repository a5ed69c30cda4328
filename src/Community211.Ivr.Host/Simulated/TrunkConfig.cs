using System.Text.Json;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Simulated;

/// <summary>What the trunk is told about us: our account, our numbers, where their webhooks go.</summary>
internal static class TrunkConfig
{
    /// <summary>The trunk's configuration as JSON.</summary>
    /// <param name="settings">Where we and the trunk are.</param>
    /// <param name="flows">Whose numbers and agents.</param>
    /// <param name="tokenOf">A token for each agent, so that whoever has talked ends the call as at a desk.</param>
    public static string Of(Settings settings, FlowSet flows, Func<string, string> tokenOf)
    {
        var service = settings.Twilio.PublicBaseUrl.TrimEnd('/');
        var fallback = new Uri(settings.Trunk.Listen, "sim/fallback.xml").ToString();
        object Number(string number, string? region) => new
        {
            number,
            region,
            voiceUrl = $"{service}/voice/inbound",
            voiceMethod = "POST",
            fallbackUrl = fallback,
            statusCallback = $"{service}/voice/status",
        };
        var pool = flows.Places.Pool;
        return JsonSerializer.Serialize(new
        {
            accountSid = settings.Twilio.AccountSid,
            authToken = settings.Twilio.AuthToken,
            seed = settings.Trunk.Seed,
            waitUrlFailure = settings.Trunk.WaitUrlFailure,
            fallbackDocument = settings.Trunk.FallbackDocument,
            numbers = flows.Places.Regions.Values.SelectMany(r => r.Dialled.Select(d => Number(d, r.Id)))
                .Concat(pool.Dialled.Select(d => Number(d, null))).ToArray(),
            desks = flows.Places.Regions.Values.SelectMany(r => r.Agents).DistinctBy(a => a.Number)
                .ToDictionary(a => a.Number, a => new { url = service, token = tokenOf(a.Id) }),
            tollFree = pool.Dialled.FirstOrDefault(),
        });
    }

    /// <summary>
    /// The static document for the carrier's fallback URL: a moment, then us again. It is served elsewhere, so that callers hear it
    /// while we are away.
    /// </summary>
    public static string FallbackDocument(Settings settings) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Response>
          <Say>One moment, please. Un instant, s'il vous plaît.</Say>
          <Pause length="5"/>
          <Redirect method="POST">{settings.Twilio.PublicBaseUrl.TrimEnd('/')}/voice/fallback</Redirect>
        </Response>
        """;
}
