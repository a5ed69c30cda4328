using System.Text;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Flows;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Endpoints;
using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Storage;
using Community211.Ivr.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Community211.Ivr.Tests.Recordings;

/// <summary>The first webhooks of a recorded call, in a store as the service keeps them.</summary>
internal sealed class KeptCall : IAsyncDisposable
{
    private readonly TemporaryStore _folder = new();
    private readonly ServiceProvider _services;

    private KeptCall(Recording recording, Conditions conditions)
    {
        Recording = recording;
        var clock = new FakeTimeProvider(recording.Webhooks[0].At);
        _services = new ServiceCollection().AddLogging().AddCalls()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IStore>(_folder.Store)
            .AddSingleton(Shipped.Flows)
            .AddSingleton(new CallRules())
            .AddSingleton(new Urls(recording.PublicBaseUrl))
            .AddSingleton(Options.Create(new TwilioOptions { PublicBaseUrl = recording.PublicBaseUrl }))
            .AddSingleton(Substitute.For<ICarrier>())
            .AddSingleton<IConditions>(new ReplayConditions([new(DateTimeOffset.MinValue, conditions)]))
            .BuildServiceProvider();
    }

    public Recording Recording { get; }

    public SqliteStore Store => _folder.Store;

    public IFlowSets Flows => _services.GetRequiredService<IFlowSets>();

    public RecordingMaker Maker => _services.GetRequiredService<RecordingMaker>();

    /// <summary>Keeps the first webhooks.</summary>
    public static async Task<KeptCall> Of(Recording recording, int webhooks, Conditions? conditions = null)
    {
        var call = new KeptCall(recording, conditions ?? Conditions.Plain);
        foreach (var webhook in recording.Webhooks.Take(webhooks))
            await call.Receive(webhook);
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _folder.DisposeAsync();
    }

    private async Task Receive(RecordedWebhook webhook)
    {
        var route = Urls.Read(webhook.Url)!.Route;
        var request = new WebhookRequest(webhook.Method, webhook.Url, webhook.Headers, Encoding.UTF8.GetBytes(FormText.Write(webhook.Form)));
        await _services.GetRequiredService<VoiceDoor>().Answer(route, WebhookReader.Read(route, request), TestContext.Current.CancellationToken);
    }
}
