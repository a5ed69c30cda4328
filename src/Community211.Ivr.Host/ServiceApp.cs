using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Work;
using Community211.Ivr.Carrier;
using Community211.Ivr.Host.Admin;
using Community211.Ivr.Host.Configuration;
using Community211.Ivr.Host.Endpoints;
using Community211.Ivr.Host.Observing;
using Community211.Ivr.Host.Publishing;
using Community211.Ivr.Host.Recordings;
using Community211.Ivr.Host.Simulated;
using Community211.Ivr.Host.Staff;
using Community211.Ivr.Host.Workers;
using Community211.Ivr.Storage;

namespace Community211.Ivr.Host;

/// <summary>Puts the service together.</summary>
public static class ServiceApp
{
    /// <param name="settings">Valid settings.</param>
    /// <param name="configuration">What they were read from; its Logging section counts.</param>
    /// <param name="clock">All of the service's time.</param>
    /// <param name="change">Changes the host before it is built, such as a test server in the place of Kestrel.</param>
    /// <exception cref="ConfigurationProblem">The admin token cannot be kept. What is wrong with flow or store is told when it starts.</exception>
    public static WebApplication Build(Settings settings, IConfiguration configuration, TimeProvider clock, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Listen.ToString());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Failures to start are told by the command, in a sentence; workers log their own.
        builder.Logging.ClearProviders().AddConfiguration(configuration.GetSection("Logging"))
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services
            .AddSingleton(settings)
            .AddSingleton<TimeProvider>(new SteadyClock(clock))
            .AddStorage(settings.StoragePath)
            .AddSingleton(settings.Rules)
            .AddCalls()
            .AddPublishing()
            .AddStaff()
            .AddObserving()
            .AddSingleton(AdminToken.ReadOrMake(settings))
            .AddHostedService<Startup>()
            .AddSingleton<TrunkProcess>()
            .AddSingleton<IFlowFollower>(services => services.GetRequiredService<TrunkProcess>())
            .AddHostedService(services => services.GetRequiredService<TrunkProcess>())
            .AddSingleton<IWorkerTurns, TurnsAtOnce>()
            .AddHostedService<CommandWorker>()
            .AddHostedService<DueWorker>()
            .AddHostedService<FloorWorker>()
            .AddHostedService<SweepWorker>()
            .AddHostedService<FlowWorker>()
            .AddHostedService<AlertWorker>()
            .AddHostedService<DecisionWorker>();
        builder.Services.AddCarrier(Twilio(settings));
        change?.Invoke(builder);
        var app = builder.Build();
        app.MapVoice();
        app.MapAudio();
        app.MapHealth();
        app.MapAdmin();
        app.MapPublishing();
        app.MapOpenings();
        app.MapFigures();
        app.MapForgetting();
        app.MapStaff();
        app.MapObserving();
        return app;
    }

    /// <summary>Calls from event to directives; the same for live calls and for replays.</summary>
    internal static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<IIds, RandomIds>()
        .AddSingleton<FlowSets>()
        .AddSingleton<IFlowSets>(services => services.GetRequiredService<FlowSets>())
        .AddSingleton<IConditions, PlainConditions>()
        .AddSingleton<LineForecasts>()
        .AddSingleton<CallSignals>()
        .AddSingleton<CallHandler>()
        .AddSingleton<AgentDesk>()
        .AddSingleton<TransferDesk>()
        .AddSingleton<Forgetting>()
        .AddSingleton<Matching>()
        .AddSingleton<DueTimers>()
        .AddSingleton<CommandLanes>()
        .AddSingleton<Sweep>()
        .AddSingleton<RecordingMaker>()
        .AddSingleton<SpokenNumbers>()
        .AddSingleton<VoiceDoor>();

    private static IConfiguration Twilio(Settings settings) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Carrier:Mode"] = settings.Mode.ToString(),
            ["Twilio:AccountSid"] = settings.Twilio.AccountSid,
            ["Twilio:AuthToken"] = settings.Twilio.AuthToken,
            ["Twilio:SecondaryAuthToken"] = settings.Twilio.SecondaryAuthToken,
            ["Twilio:PublicBaseUrl"] = settings.Twilio.PublicBaseUrl,
            ["Twilio:ApiBaseUrl"] = settings.Twilio.ApiBaseUrl,
        }).Build();
}
