using System.Collections.Immutable;
using System.Text;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Endpoints;
using Community211.Ivr.Storage;
using Microsoft.Extensions.Options;

namespace Community211.Ivr.Host.Recordings;

/// <summary>Runs a recording in process: a fresh store, the recorded clock and names, a carrier that replies as it did then.</summary>
public sealed class Replayer(FlowSet flows, CallRules rules)
{
    /// <summary>The differences between what was recorded and what happens now; empty when there are none.</summary>
    public async Task<ImmutableArray<string>> Run(Recording recording, CancellationToken stop)
    {
        if (recording.NotReplayable is { } why)
            return [why];
        if (recording.Webhooks.IsEmpty)
            return ["The recording holds no webhook."];
        var folder = Directory.CreateTempSubdirectory("ivr-replay-");
        try
        {
            var clock = new ReplayClock(recording.Webhooks[0].At);
            await using var services = Services(recording, clock, Path.Combine(folder.FullName, "replay.db"));
            return await Run(recording, clock, services, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ServiceProvider Services(Recording recording, ReplayClock clock, string path)
    {
        var carrier = new ReplayCarrier(recording.Outside, clock);
        var services = new ServiceCollection().AddLogging().AddStorage(path).AddCalls()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(flows)
            .AddSingleton(rules)
            .AddSingleton(new Urls(recording.PublicBaseUrl))
            .AddSingleton(Options.Create(new TwilioOptions { PublicBaseUrl = recording.PublicBaseUrl }))
            .AddSingleton(carrier)
            .AddSingleton<ICarrier>(carrier)
            .AddSingleton<IIds>(new ReplayIds(recording.Ids))
            .AddSingleton<IConditions>(new ReplayConditions(recording.Conditions));
        return services.BuildServiceProvider();
    }

    private async Task<ImmutableArray<string>> Run(Recording recording, ReplayClock clock, ServiceProvider services, CancellationToken stop)
    {
        var world = new ReplayWorld(services, recording, flows, clock);
        await world.SeatAgents(stop);
        var door = services.GetRequiredService<VoiceDoor>();
        var differences = ImmutableArray.CreateBuilder<string>();
        for (var n = 0; n < recording.Webhooks.Length; n++)
        {
            var recorded = recording.Webhooks[n];
            await world.MoveTo(recorded.At, stop);
            var answer = await Answer(door, recorded, stop);
            if (TwimlDifference.Between(recorded.Response, answer) is { } difference)
                differences.Add($"{RecordedWords.Of(recording, n)}: {difference}");
            world.Happened();
        }
        await world.MoveTo(recording.Until, stop);
        if (await services.GetRequiredService<RecordingMaker>().Make(recording.CallSid, stop) is { } now)
            differences.AddRange(RecordingDifference.Between(recording, now));
        else
            differences.Add("The call was not made known by any of its webhooks.");
        return differences.ToImmutable();
    }

    private static async Task<string> Answer(VoiceDoor door, RecordedWebhook recorded, CancellationToken stop)
    {
        var headers = recorded.Headers.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
        var request = new WebhookRequest(recorded.Method, recorded.Url, headers, Encoding.UTF8.GetBytes(FormText.Write(recorded.Form)));
        if (Urls.Read(recorded.Url) is not { } target)
            return "The URL is none of this service.";
        try
        {
            return await door.Answer(target.Route, WebhookReader.Read(target.Route, request), stop) ?? "";
        }
        catch (WebhookRejected rejected)
        {
            return $"{rejected.Status}: {rejected.Message}";
        }
    }
}
