using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Recordings;

/// <summary>
/// Sends a recorded caller's webhooks to a running service, as a new call, signed by the trunk. Sent is what the caller does before an
/// agent accepts: later webhooks carry names that the service made at random then. The new call is ended at the end.
/// </summary>
internal sealed class WireReplay(Settings settings, string to) : IDisposable
{
    private readonly HttpClient _trunk = new() { BaseAddress = settings.Trunk.Listen, Timeout = TimeSpan.FromSeconds(30) };

    public async Task<ImmutableArray<string>> Run(Recording recording, CancellationToken stop)
    {
        if (recording.NotReplayable is { } why)
            return [why];
        var sid = $"CA{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        var differences = ImmutableArray.CreateBuilder<string>();
        var own = recording.Webhooks.TakeWhile(w => Urls.Read(w.Url)?.Route is not (Route.Connect or Route.Resume or Route.Conference))
            .Where(w => Urls.Read(w.Url)?.Route is Route.Inbound or Route.Step or Route.Wait or Route.QueueResult or Route.Fallback).ToList();
        foreach (var webhook in own)
        {
            var (status, body) = await Send(webhook, recording.CallSid, sid, stop);
            var name = RecordedWords.Of(recording, recording.Webhooks.IndexOf(webhook));
            if (status != 200)
                differences.Add($"{name}: answered {status}: {body}");
            else if (TwimlDifference.Between(webhook.Response.Replace(recording.PublicBaseUrl, to, StringComparison.Ordinal), body) is { } difference)
                differences.Add($"{name}: {difference}");
        }
        if (own.Count > 0)
            await Send(Ended(own[0]), recording.CallSid, sid, stop);
        return differences.ToImmutable();
    }

    public void Dispose() => _trunk.Dispose();

    private async Task<(int Status, string Body)> Send(RecordedWebhook webhook, string recordedSid, string sid, CancellationToken stop)
    {
        var form = webhook.Form.GroupBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Value.Replace(recordedSid, sid, StringComparison.Ordinal)).ToArray(), StringComparer.Ordinal);
        form["AccountSid"] = [settings.Twilio.AccountSid];
        var url = $"{to}{webhook.Url.Replace(recordedSid, sid, StringComparison.Ordinal)}";
        using var answer = await _trunk.PostAsJsonAsync("sim/send", new { method = webhook.Method, url, form, headers = new Dictionary<string, string>() }, stop);
        var sent = await answer.Content.ReadFromJsonAsync<JsonElement>(CallJson.Options, stop);
        return sent.TryGetProperty("status", out var status) && sent.TryGetProperty("body", out var body)
            ? (status.GetInt32(), body.GetString() ?? "")
            : ((int)answer.StatusCode, sent.ToString());
    }

    private static RecordedWebhook Ended(RecordedWebhook first) => first with
    {
        Method = "POST",
        Url = "/voice/status",
        Form = [.. first.Form.Where(f => f.Key is not "CallStatus"), KeyValuePair.Create("CallStatus", "completed"), KeyValuePair.Create("SequenceNumber", "0")],
    };
}
