using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Community211.Ivr.Calls;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Simulated;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Host.Workers;
using Community211.Ivr.Storage;
using Community211.Ivr.Trunk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Community211.Ivr.VirtualTime.Tests.World;

/// <summary>
/// The whole service and the whole trunk in one process on one clock. The clock moves only when nothing is under way, so that a week
/// takes as long as its work does, and the same seed gives the same bytes.
/// </summary>
internal sealed class VirtualWorld : IAsyncDisposable
{
    public const int FirstWorkerRank = 2;
    private const int Webhooks = 0;
    private const int Requests = 1;
    private const string ServiceHost = "service.example.org";
    private readonly Gate gate = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ivr-virtual-").FullName;
    private readonly WebApplication service;
    private readonly WebApplication trunk;

    private VirtualWorld(int seed, DateTimeOffset start)
    {
        Clock = new VirtualClock(start);
        var settings = Configured(folder, seed);
        trunk = TrunkApp.Build(
            new TrunkOptions(Log: LogFile, OneAtATime: true), Clock, new GatedHandler(gate, Webhooks, Server), Quiet);
        service = ServiceApp.Build(settings, new ConfigurationBuilder().Build(), Clock, builder =>
        {
            Quiet(builder);
            builder.Services.AddSingleton<IStartupFilter, RawTarget>();
            builder.Services.Replace(ServiceDescriptor.Singleton<IIds>(new SeededIds(seed)));
            builder.Services.AddSingleton(new Random(seed));
            builder.Services.Replace(ServiceDescriptor.Singleton<IWorkerTurns>(new GatedTurns(gate)));
            // Nobody else publishes here, and a look every two seconds would be most of a week's work.
            builder.Services.Remove(builder.Services.Single(one => one.ImplementationType == typeof(FlowWorker)));
            builder.Services.AddHttpClient(nameof(Community211.Ivr.Calls.Ports.ICarrier))
                .ConfigurePrimaryHttpMessageHandler(() => new GatedHandler(gate, Requests, Server));
        });
    }

    public VirtualClock Clock { get; }

    /// <summary>Numbers of the agents who are signed in.</summary>
    public IReadOnlyList<string> Agents =>
        [.. Flows.Places.Regions.Values.SelectMany(region => region.Agents).Select(agent => agent.Number).Order(StringComparer.Ordinal)];

    private HttpClient Trunk { get; set; } = null!;

    private FlowSet Flows => service.Services.GetRequiredService<FlowSets>().Live;

    private string LogFile => Path.Combine(folder, "trunk.ndjson");

    public static async Task<VirtualWorld> Start(int seed, DateTimeOffset start)
    {
        var world = new VirtualWorld(seed, start);
        await world.trunk.StartAsync();
        world.Trunk = world.trunk.GetTestClient();
        world.Trunk.Timeout = Timeout.InfiniteTimeSpan;
        await world.Run(() => world.service.StartAsync());
        var settings = world.service.Services.GetRequiredService<Settings>();
        using var config = new StringContent(TrunkConfig.Of(settings, world.Flows, world.service.Services.GetRequiredService<StaffTokens>().MakeForThisRun), Encoding.UTF8, "application/json");
        await world.Run(async () => (await world.Trunk.PutAsync(new Uri("/sim/config", UriKind.Relative), config)).EnsureSuccessStatusCode());
        return world;
    }

    /// <summary>Does something while the world goes on, without a limit of time, until it is done.</summary>
    public Task Run(Func<Task> what)
    {
        var doing = what();
        return Drive(DateTimeOffset.MaxValue, () => doing.IsCompleted).ContinueWith(_ => doing, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Lets the world go on until a moment.</summary>
    public Task Until(DateTimeOffset moment) => Drive(moment, () => false);

    /// <summary>Something that happens at a moment, as one of the trunk's people would do it.</summary>
    public void At(DateTimeOffset moment, Func<Task> what)
    {
        ITimer? timer = null;
        timer = Clock.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                _ = what();
            },
            null,
            moment - Clock.GetUtcNow(),
            Timeout.InfiniteTimeSpan);
    }

    public Task Put(string path, object body) => Send(HttpMethod.Put, path, body);

    /// <summary>A request to the trunk's control API; a call's answer goes on until the call has ended.</summary>
    public async Task<string> Send(HttpMethod method, string path, object body)
    {
        using var message = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var answer = await Trunk.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {text}");
    }

    /// <summary>The trunk's log up to now.</summary>
    public async Task<byte[]> Log()
    {
        await using var file = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        await file.ReadExactlyAsync(log);
        return log;
    }

    public async ValueTask DisposeAsync()
    {
        await Run(() => service.StopAsync());
        await service.DisposeAsync();
        await trunk.StopAsync();
        await trunk.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>On a thread of its own: a thread of the pool would never see the pool at rest.</summary>
    private Task Drive(DateTimeOffset limit, Func<bool> done)
    {
        var driven = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                Go(limit, done);
                driven.SetResult();
            }
            catch (Exception problem)
            {
                driven.SetException(problem);
            }
        })
        { IsBackground = true }.Start();
        return driven.Task;
    }

    private void Go(DateTimeOffset limit, Func<bool> done)
    {
        var store = service.Services.GetRequiredService<SqliteStore>();
        while (true)
        {
            AtRest.Wait(() => store.Unwritten);
            if (done())
                return;
            if (gate.Release() || Clock.MoveToNext(limit))
                continue;
            if (limit == DateTimeOffset.MaxValue)
                throw new InvalidOperationException("Nothing will ever happen again, and what was waited for has not.");
            return;
        }
    }

    /// <summary>The static fallback document is on the trunk's own host.</summary>
    private TestServer Server(Uri url) => (url.Host == ServiceHost ? service : trunk).GetTestServer();

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
    }

    private static Settings Configured(string folder, int seed)
    {
        var root = typeof(VirtualWorld).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Root").Value!;
        var values = new Dictionary<string, string?>
        {
            // As in life: no child process, and the carrier is somewhere else.
            ["Carrier:Mode"] = "Twilio",
            ["Agents:SignIn"] = "AtStart",
            ["Storage:Path"] = Path.Combine(folder, "ivr.db"),
            ["Flows:Folder"] = Path.Combine(root, "ivr-flows"),
            ["Flows:FallbackFolder"] = Path.Combine(folder, "fallback"),
            ["Trunk:FallbackDocument"] = Path.Combine(folder, "fallback.xml"),
            ["Trunk:Seed"] = JsonSerializer.Serialize(seed),
            // A look every half minute would be nine tenths of a week's work.
            ["Calls:SweepSeconds"] = "300",
            ["Twilio:AccountSid"] = "AC00000000000000000000000000000211",
            ["Twilio:AuthToken"] = "0123456789abcdef0123456789abcdef",
            ["Twilio:PublicBaseUrl"] = "https://" + ServiceHost,
            ["Twilio:ApiBaseUrl"] = "https://carrier.example.org",
        };
        var settings = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), folder).Read([]);
        File.WriteAllText(settings.Trunk.FallbackDocument, TrunkConfig.FallbackDocument(settings));
        return settings;
    }
}
