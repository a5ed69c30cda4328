using System.Diagnostics;
using Community211.Ivr.Trunk.Calls;
using Community211.Ivr.Trunk.Control;
using Community211.Ivr.Trunk.Faults;
using Community211.Ivr.Trunk.People;
using Community211.Ivr.Trunk.Phone;
using Community211.Ivr.Trunk.Rest;
using Community211.Ivr.Trunk.Time;
using Community211.Ivr.Trunk.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Community211.Ivr.Trunk;

/// <summary>Builds the trunk: one carrier, everything hanging off it, nothing static.</summary>
public static class TrunkApp
{
    /// <param name="options">Where to listen, what to read, where to log.</param>
    /// <param name="clock">All of the trunk's time.</param>
    /// <param name="toService">How webhooks reach the service; a socket when absent.</param>
    /// <param name="change">Changes the host before it is built, such as a test server in the place of Kestrel.</param>
    public static WebApplication Build(
        TrunkOptions options, TimeProvider clock, HttpMessageHandler? toService = null, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Listen);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // What keeps it from starting is one sentence, by who starts it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var services = builder.Services;
        services.TryAddSingleton(clock);
        services.AddSingleton(_ => new TrunkTime(clock));
        services.AddSingleton(provider => new TrunkLog(options.Log, provider.GetRequiredService<ILogger<TrunkLog>>()));
        services.AddSingleton(_ => toService ?? CarrierSockets.Handler());
        services.AddSingleton(provider => new WebhookSender(
            provider.GetRequiredService<HttpMessageHandler>(), provider.GetRequiredService<TrunkTime>(), options.OneAtATime));
        services.AddSingleton(options);
        services.AddSingleton<Media>();
        services.AddSingleton(provider => Configured(ActivatorUtilities.CreateInstance<Exchange>(provider), options));
        services.AddSingleton(_ => Exchanges.Load());
        services.AddSingleton(_ => NamedCallers.Load());
        services.AddSingleton<CallRoutes>();
        services.AddSingleton<SimRoutes>();
        services.AddSingleton<MessageRoutes>();
        services.AddSingleton<FaultRoutes>();
        services.AddSingleton<LogRoutes>();
        services.AddSingleton<RestFaults>();
        services.AddSingleton<PhoneRoutes>();
        services.AddSingleton<RestApi>();
        services.AddSingleton<RestErrors>();
        services.AddSingleton<Refusals>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        if (options.Child)
            services.AddSingleton<IHostLifetime, ChildLifetime>();
        change?.Invoke(builder);
        var app = builder.Build();
        Unparsed.Watch(app.Services.GetRequiredService<DiagnosticListener>());
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var services = app.Services;
        app.Use(services.GetRequiredService<Refusals>().Handle);
        app.Use(OwnPages.Check);
        app.Use(services.GetRequiredService<RestErrors>().Handle);
        app.Use(services.GetRequiredService<RestFaults>().Handle);
        PhonePage.Map(app);
        services.GetRequiredService<PhoneRoutes>().Map(app);
        services.GetRequiredService<CallRoutes>().Map(app);
        services.GetRequiredService<SimRoutes>().Map(app);
        services.GetRequiredService<MessageRoutes>().Map(app);
        services.GetRequiredService<FaultRoutes>().Map(app);
        services.GetRequiredService<LogRoutes>().Map(app);
        var rest = services.GetRequiredService<RestApi>();
        CallsRoutes.Map(app, rest);
        QueuesRoutes.Map(app, rest);
        MembersRoutes.Map(app, rest);
        ConferencesRoutes.Map(app, rest);
        ParticipantsRoutes.Map(app, rest);
        NumbersRoutes.Map(app, rest);
        MessagesRoutes.Map(app, rest);
        RecordingsRoutes.Map(app, rest);
        AccountRoutes.Map(app, rest);
        OtherRoutes.Map(app, rest);
    }

    private static Exchange Configured(Exchange exchange, TrunkOptions options)
    {
        if (options.Config is { } path)
            exchange.Configure(ConfigReader.FromFile(path));
        return exchange;
    }
}
