using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Community211.Ivr.Trunk.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.Trunk.Tests.Drivers;

/// <summary>A real trunk and a stand-in service, both on loopback sockets and on the system's clock: for a real browser.</summary>
public sealed class LiveTrunk : IAsyncDisposable
{
#pragma warning disable RS0030 // A browser lives by the system's clock.
    private static readonly TimeProvider Clock = TimeProvider.System;
#pragma warning restore RS0030
    private readonly ListeningStandIn service;
    private readonly WebApplication app;

    private LiveTrunk(ListeningStandIn service, string listen)
    {
        this.service = service;
        app = TrunkApp.Build(new TrunkOptions(listen), Clock, null, change => change.Logging.ClearProviders());
    }

    public StandIn Web => service.Web;

    public string Url => app.Urls.First();

    public string Service => service.Url;

    public HttpClient Http { get; private set; } = null!;

    internal Exchange Exchange => app.Services.GetRequiredService<Exchange>();

    public static async Task<LiveTrunk> Start(Func<Asked, string?> answer, bool configured = true, string listen = "http://127.0.0.1:0")
    {
        var trunk = new LiveTrunk(await ListeningStandIn.Start(Clock), listen);
        trunk.Web.Answer = answer;
        await trunk.app.StartAsync(TestContext.Current.CancellationToken);
        trunk.Http = new HttpClient { BaseAddress = new Uri(trunk.Url) };
        if (configured)
            await trunk.Configure();
        return trunk;
    }

    public async Task Configure()
    {
        var config = TrunkDriver.Config();
        var number = config["numbers"]![0]!;
        number["voiceUrl"] = Service + "/inbound";
        number["fallbackUrl"] = null;
        number["statusCallback"] = Service + "/status";
        (await Http.PutAsJsonAsync("/sim/config", config, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>The carrier's REST API, as the service would use it.</summary>
    public async Task<JsonNode> Rest(string path, params (string Name, string Value)[] form)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"/2010-04-01/Accounts/{TrunkDriver.Account}/{path}");
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TrunkDriver.Account}:{TrunkDriver.Token}")));
        message.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await Http.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Waits for a request to the service, by what the trunk tells: its webhooks are told when they were answered.</summary>
    public async Task<Asked> Asked(string path, Func<Asked, bool>? which = null)
    {
        using var lines = new StreamReader(await Http.GetStreamAsync("/sim/events", TestContext.Current.CancellationToken));
        while (true)
        {
            if (Web.At(path).FirstOrDefault(which ?? (_ => true)) is { } asked)
                return asked;
            Assert.NotNull(await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await service.DisposeAsync();
    }
}
