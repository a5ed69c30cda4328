using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Endpoints;
using Community211.Ivr.Host.Observing;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Tests.Recordings;
using Community211.Ivr.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Community211.Ivr.Tests.Publishing;

/// <summary>What publishes, on a free port, with a flow folder of its own and a store that other nodes may share.</summary>
internal sealed class PublishingService : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ivr-publish-").FullName;
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    public PublishingService(IStore? store = null)
    {
        Store = store ?? new MemoryStore(Clock);
        Directory.CreateDirectory(Flows);
        foreach (var (name, text) in RealFlow.Files)
            File.WriteAllText(Path.Combine(Flows, name), text);
        WriteConfiguration("http://127.0.0.1:1");
        Settings = ConfigurationFile.Read(Configuration).Settings;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddCalls().AddPublishing().AddStaff().AddObserving()
            .AddSingleton(Settings).AddSingleton(Settings.Rules).AddSingleton(Store).AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Urls("http://127.0.0.1:5211"))
            .AddSingleton(Substitute.For<ICarrierHealth>())
            .AddSingleton(AdminToken.ReadOrMake(Settings))
            .AddHostedService<Startup>();
        _app = builder.Build();
        _app.MapAudio();
        _app.MapHealth();
        _app.MapAdmin();
        _app.MapPublishing();
        _app.MapOpenings();
        _app.MapFigures();
        _app.MapForgetting();
        _app.MapStaff();
        _app.MapObserving();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public IStore Store { get; }

    public Settings Settings { get; }

    public KeptLog Log { get; } = new();

    public string Flows => Path.Combine(_folder, "flows");

    public string Configuration => Path.Combine(_folder, "appsettings.json");

    public string Fallback => Path.Combine(_folder, "fallback");

    public Uri Address => _http.BaseAddress!;

    public FlowSets Sets => Get<FlowSets>();

    public static async Task<PublishingService> Started(IStore? store = null)
    {
        var service = new PublishingService(store);
        await service.Start();
        return service;
    }

    public async Task Start()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        WriteConfiguration(_app.Urls.Single());
        _http.BaseAddress = new Uri(_app.Urls.Single());
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(AdminToken.PathOf(Settings))).Trim());
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The worker's look at the store.</summary>
    public async Task Look()
    {
        await Get<OpenCalendars>().Refresh(TestContext.Current.CancellationToken);
        await Get<FlowSwitch>().Look(TestContext.Current.CancellationToken);
    }

    /// <summary>An edit as staff make it.</summary>
    public void Edit(string file, string old, string young)
    {
        var path = Path.Combine(Flows, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, young, StringComparison.Ordinal));
    }

    /// <summary>A wording that needs no translation.</summary>
    public void EditWelcome(string young = "En français, faites le 2.") => Edit("ontario.yaml", "Pour le français, faites le 2.", young);

    public Task<(int Code, string Said, string Errors)> Type(params string[] words) => Typed.RunAt(Clock, [.. words, "--config", Configuration]);

    public async Task<(int Status, JsonElement Said)> Send(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : JsonSerializer.SerializeToElement(text));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteConfiguration(string listen) => File.WriteAllText(Configuration, new JsonObject
    {
        ["Service"] = new JsonObject { ["Listen"] = listen },
        ["Storage"] = new JsonObject { ["Path"] = "ivr.db" },
        [nameof(Flows)] = new JsonObject { ["Folder"] = "flows", ["FallbackFolder"] = "fallback" },
        ["Twilio"] = new JsonObject { ["AccountSid"] = "AC00000000000000000000000000000211", ["AuthToken"] = "00000000000000000000000000000211" },
    }.ToJsonString());
}
